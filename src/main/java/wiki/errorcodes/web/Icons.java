package wiki.errorcodes.web;

import java.util.Map;

/** The symbols of the wiki, drawn as strokes on a grid of 24 by 24. */
public final class Icons {

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("shield", "M12 3l7 3v5c0 4.5-3 8.5-7 10-4-1.5-7-5.5-7-10V6z"),
            Map.entry("globe", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c2.5 2.4 3.8 5.6 3.8 9s-1.3 6.6-3.8 9c-2.5-2.4-3.8-5.6-3.8-9S9.500 5.400 12 3z"),
            Map.entry("lock", "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3M12 14.500v2.500"),
            Map.entry("server", "M4 4h16v7H4zM4 13h16v7H4zM7.500 7.500h.01M7.500 16.500h.01M11 7.500h5.500M11 16.500h5.500"),
            Map.entry("layers", "M12 3l9 5-9 5-9-5zM3 12.500l9 5 9-5M3 16.500l9 5 9-5"),
            Map.entry("braces", "M9 4H8a2 2 0 0 0-2 2v4l-2 2 2 2v4a2 2 0 0 0 2 2h1M15 4h1a2 2 0 0 1 2 2v4l2 2-2 2v4a2 2 0 0 1-2 2h-1"),
            Map.entry("brackets", "M9 4H5v16h4M15 4h4v16h-4M10 15l4-6"),
            Map.entry("hourglass", "M6 3h12M6 21h12M7.500 3v3.500L12 12l4.500-5.500V3M7.500 21v-3.500L12 12l4.500 5.500V21"),
            Map.entry("box", "M12 3l8 4.500v9L12 21l-8-4.500v-9zM4 7.500l8 4.500 8-4.500M12 12v9"),
            Map.entry("window", "M3 5h18v14H3zM3 9.500h18M6 7.250h.01M8.500 7.250h.01"),
            Map.entry("database", "M4 6c0-1.700 3.600-3 8-3s8 1.300 8 3-3.600 3-8 3-8-1.300-8-3zM4 6v12c0 1.700 3.600 3 8 3s8-1.300 8-3V6M4 12c0 1.700 3.600 3 8 3s8-1.300 8-3"),
            Map.entry("camera", "M4 8h4l1.500-2.500h5L16 8h4v11H4zM12 10a3.300 3.300 0 1 0 0 6.600 3.300 3.300 0 0 0 0-6.600z"),
            Map.entry("gear", "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.200 2.200M16.200 16.200l2.200 2.200M18.400 5.600l-2.200 2.200M7.800 16.200l-2.200 2.200"),
            Map.entry("plug", "M9 3v5M15 3v5M6.500 8h11v3.500a5.500 5.500 0 0 1-11 0zM12 17v4"),
            Map.entry("cookie", "M12 3a9 9 0 1 0 9 9 4 4 0 0 1-4.500-4A4 4 0 0 1 12 3zM8.500 9.500h.01M9 15h.01M14 14h.01M15 17.500h.01"),
            Map.entry("search", "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.300 15.300L20 20"));

    private Icons() {}

    /** Returns the path data of a symbol; that of the box when there is no such symbol. */
    public static String path(String name) {
        return PATHS.getOrDefault(name, PATHS.getOrDefault("box", ""));
    }
}
