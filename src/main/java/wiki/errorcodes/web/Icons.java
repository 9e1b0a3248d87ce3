package wiki.errorcodes.web;

import java.util.Map;

/**
 * The symbols of the wiki: those of collections, severities and browsers, drawn as strokes on a
 * grid of 24 by 24. They stand in the page itself, so that no second request delays them.
 */
public final class Icons {

    private static final Map<String, String> PATHS =
            Map.ofEntries(
                    Map.entry("shield", "M12 3l7 3v5c0 4.5-3 8.5-7 10-4-1.5-7-5.5-7-10V6z"),
                    Map.entry(
                            "globe",
                            "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c2.5 2.4 3.8 5.6 3.8"
                                    + " 9s-1.3 6.6-3.8 9c-2.5-2.4-3.8-5.6-3.8-9S9.5 5.4 12 3z"),
                    Map.entry("lock", "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2.5"),
                    Map.entry(
                            "server",
                            "M4 4h16v7H4zM4 13h16v7H4zM7.5 7.5h.01M7.5 16.5h.01M11 7.5h5.5M11"
                                    + " 16.5h5.5"),
                    Map.entry("layers", "M12 3l9 5-9 5-9-5zM3 12.5l9 5 9-5M3 16.5l9 5 9-5"),
                    Map.entry(
                            "braces",
                            "M9 4H8a2 2 0 0 0-2 2v4l-2 2 2 2v4a2 2 0 0 0 2 2h1M15 4h1a2 2 0 0 1 2"
                                    + " 2v4l2 2-2 2v4a2 2 0 0 1-2 2h-1"),
                    Map.entry("brackets", "M9 4H5v16h4M15 4h4v16h-4M10 15l4-6"),
                    Map.entry(
                            "hourglass",
                            "M6 3h12M6 21h12M7.5 3v3.5L12 12l4.5-5.5V3M7.5 21v-3.5L12 12l4.5"
                                    + " 5.5V21"),
                    Map.entry("box", "M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9"),
                    Map.entry("window", "M3 5h18v14H3zM3 9.5h18M6 7.25h.01M8.5 7.25h.01"),
                    Map.entry(
                            "database",
                            "M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3zM4 6v12c0 1.7 3.6 3"
                                    + " 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3"),
                    Map.entry(
                            "camera",
                            "M4 8h4l1.5-2.5h5L16 8h4v11H4zM12 10a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0"
                                    + " 0-6.6z"),
                    Map.entry(
                            "gear",
                            "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6"
                                    + " 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2"
                                    + " 2.2"),
                    Map.entry("plug", "M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v4"),
                    Map.entry(
                            "cookie",
                            "M12 3a9 9 0 1 0 9 9 4 4 0 0 1-4.5-4A4 4 0 0 1 12 3zM8.5 9.5h.01M9"
                                    + " 15h.01M14 14h.01M15 17.5h.01"),
                    Map.entry(
                            "error",
                            "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 8v5M12 16.2h.01"),
                    Map.entry("warning", "M12 4l9 16H3zM12 10v4.5M12 17.3h.01"),
                    Map.entry(
                            "info",
                            "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5M12 7.8h.01"),
                    Map.entry(
                            "chrome",
                            "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 8.7a3.3 3.3 0 1 0 0"
                                    + " 6.6 3.3 3.3 0 0 0 0-6.6zM12 8.7h7.8M9.2 13.7l-4-6.8M14.8"
                                    + " 13.7l-3.7 6.7"),
                    Map.entry(
                            "firefox",
                            "M19 8a8.5 8.5 0 1 1-12.8-2c.2 1.3.9 2.2 1.8 2.6C8.5 6 10 4 12.5"
                                    + " 3.5c-.5 2 .8 3 2.3 4.2 1.4 1.1 2.2 2.5 2 4.3a4.5 4.5 0 0 1-9"
                                    + " .3"),
                    Map.entry(
                            "safari",
                            "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM16.2 7.8l-2.6 5.8-5.8"
                                    + " 2.6 2.6-5.8z"),
                    Map.entry(
                            "search",
                            "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3L20 20"));

    private Icons() {}

    static boolean has(String name) {
        return PATHS.containsKey(name);
    }

    /** Returns the path data of a symbol; that of the box when there is no such symbol. */
    public static String path(String name) {
        return PATHS.getOrDefault(name, PATHS.getOrDefault("box", ""));
    }
}
