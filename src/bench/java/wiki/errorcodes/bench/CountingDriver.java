package wiki.errorcodes.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.sqlite.JDBC;

/** Stands before SQLite's driver and counts the statements that the program makes. */
final class CountingDriver implements Driver {

    private static final AtomicLong STATEMENTS = new AtomicLong();

    private final Driver sqlite = new JDBC();

    private CountingDriver() {}

    /** Takes the place of every driver that is registered. */
    static void register() {
        try {
            for (Driver driver : Collections.list(DriverManager.getDrivers())) {
                DriverManager.deregisterDriver(driver);
            }
            DriverManager.registerDriver(new CountingDriver());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot stand before SQLite's driver", e);
        }
    }

    static long statements() {
        return STATEMENTS.get();
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = sqlite.connect(url, properties);
        return (Connection)
                Proxy.newProxyInstance(
                        CountingDriver.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")
                                    || method.getName().equals("createStatement")) {
                                STATEMENTS.incrementAndGet();
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return sqlite.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
            throws SQLException {
        return sqlite.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return sqlite.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return sqlite.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return sqlite.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
