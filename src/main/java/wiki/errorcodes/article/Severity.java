package wiki.errorcodes.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad an error is for the page. */
public enum Severity {
    INFO,
    WARNING,
    ERROR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> of(String id) {
        return Arrays.stream(values()).filter(severity -> severity.id().equals(id)).findFirst();
    }
}
