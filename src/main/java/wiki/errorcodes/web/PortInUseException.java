package wiki.errorcodes.web;

/** The port is taken: says which, and how to choose another one. */
public final class PortInUseException extends RuntimeException {

    PortInUseException(int port, Throwable cause) {
        super(
                "port "
                        + port
                        + " is in use; stop the other program or choose another port with --port",
                cause);
    }
}
