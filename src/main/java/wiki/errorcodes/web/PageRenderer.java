package wiki.errorcodes.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Turns pages into HTML. Safe to share between threads. */
final class PageRenderer {

    private final Shell shell;
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    PageRenderer.class.getClassLoader(),
                    "wiki.errorcodes.web.templates");

    PageRenderer(Shell shell) {
        this.shell = shell;
    }

    String html(Page page) {
        StringOutput out = new StringOutput(16 * 1024);
        engine.render(page.template(), Map.of("page", page, "shell", shell), out);
        return out.toString();
    }
}
