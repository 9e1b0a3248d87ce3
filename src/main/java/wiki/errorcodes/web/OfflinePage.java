package wiki.errorcodes.web;

import java.util.List;

/** What the service worker shows for a page that was never visited while there is no network. */
public record OfflinePage() implements Page {

    @Override
    public String title() {
        return "You are offline";
    }

    @Override
    public String description() {
        return "The pages of this wiki that this browser has kept.";
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public String template() {
        return "offline.jte";
    }

    @Override
    public List<String> scripts() {
        return List.of("offline.js");
    }
}
