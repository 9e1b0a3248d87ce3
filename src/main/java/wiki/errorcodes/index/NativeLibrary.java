package wiki.errorcodes.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native library of SQLite, kept unpacked beside the index. Its driver would unpack it into the
 * temporary folder at every start and compare the copy byte by byte, which takes longer than
 * reading the index.
 */
final class NativeLibrary {

    /** Where the driver looks first. What it finds missing or of no use there, it unpacks. */
    private static final String PLACE = "org.sqlite.lib.path";

    private NativeLibrary() {}

    /**
     * Lets the driver load the library from a data folder, unless somebody has named a place. Does
     * nothing once it is loaded.
     */
    static synchronized void keepIn(Path dataFolder) throws IOException {
        if (System.getProperty(PLACE) != null) {
            return;
        }
        // A data folder may outlive the program's version, and be shared between machines.
        Path folder =
                dataFolder.resolve(
                        String.join(
                                "-",
                                "sqlite",
                                SQLiteJDBCLoader.getVersion(),
                                System.getProperty("os.name").replaceAll("\\W", ""),
                                System.getProperty("os.arch")));
        Path file = folder.resolve(LibraryLoaderUtil.getNativeLibName());
        if (Files.exists(file) || unpack(file)) {
            System.setProperty(PLACE, folder.toString());
        }
    }

    /** Tells whether the library for this machine is there now: all of it, or nothing. */
    private static boolean unpack(Path file) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + file.getFileName();
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(name)) {
            if (in == null) {
                return false;
            }
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "part", ".tmp");
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }
}
