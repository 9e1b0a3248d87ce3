package wiki.errorcodes.signature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The browser families whose wordings differ. */
public enum Browser {
    /** Chrome, Edge and every other Chromium; also Node.js, where it prints V8's messages. */
    CHROME("Chrome"),
    FIREFOX("Firefox"),
    /** Safari and every other WebKit, on macOS and iOS. */
    SAFARI("Safari");

    private final String title;

    Browser(String title) {
        this.title = title;
    }

    /** Returns the lower-case name used in front matter, addresses and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** Returns the browser of an {@link #id()}, if there is one. */
    public static Optional<Browser> of(String id) {
        return Arrays.stream(values()).filter(browser -> browser.id().equals(id)).findFirst();
    }
}
