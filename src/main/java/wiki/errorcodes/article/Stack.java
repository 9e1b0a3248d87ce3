package wiki.errorcodes.article;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a fix is for: the level-3 headings of Fixes, one list for all articles, so that a reader's
 * choice holds from article to article.
 */
public enum Stack {
    NGINX("nginx", true),
    APACHE("Apache", true),
    CADDY("Caddy", true),
    IIS("IIS", true),
    EXPRESS("Express", true),
    SPRING_BOOT("Spring Boot", true),
    DJANGO("Django", true),
    FLASK("Flask", true),
    FASTAPI("FastAPI", true),
    ASP_NET_CORE("ASP.NET Core", true),
    GO("Go", true),
    RAILS("Rails", true),
    LARAVEL("Laravel", true),
    CLOUDFLARE("Cloudflare", true),
    AWS_S3("AWS S3", true),
    JAVASCRIPT("JavaScript", false),
    TYPESCRIPT("TypeScript", false),
    HTML("HTML", false),
    CSS("CSS", false),
    REACT("React", false),
    VUE("Vue", false),
    ANGULAR("Angular", false),
    VITE("Vite", false),
    WEBPACK("webpack", false),
    NEXT_JS("Next.js", false),
    AXIOS("axios", false),
    SERVICE_WORKER("Service worker", false),
    SHELL("Shell", false),
    WINDOWS("Windows", false),
    MACOS("macOS", false),
    LINUX("Linux", false),
    ANDROID("Android", false),
    IOS("iOS", false),
    CHROME("Chrome", false),
    FIREFOX("Firefox", false),
    SAFARI("Safari", false);

    /** The servers that every fix on a server is shown for. */
    public static final List<Stack> USUAL_SERVERS = List.of(NGINX, APACHE, EXPRESS, SPRING_BOOT);

    /** Of these, one more. */
    public static final List<Stack> FURTHER_SERVERS =
            List.of(CADDY, DJANGO, FLASK, FASTAPI, ASP_NET_CORE, GO);

    private final String title;
    private final boolean server;

    Stack(String title, boolean server) {
        this.title = title;
        this.server = server;
    }

    /** Returns the heading as written. */
    public String title() {
        return title;
    }

    /** Tells whether it runs on a server rather than in the page or with the user. */
    public boolean isServer() {
        return server;
    }

    /**
     * Returns the stack of a heading, which may go on after a colon: {@code nginx: reverse proxy}.
     */
    public static Optional<Stack> of(String heading) {
        int colon = heading.indexOf(':');
        String name = (colon < 0 ? heading : heading.substring(0, colon)).strip();
        return Arrays.stream(values()).filter(stack -> stack.title.equals(name)).findFirst();
    }

    public static List<String> titles() {
        return Arrays.stream(values()).map(Stack::title).toList();
    }
}
