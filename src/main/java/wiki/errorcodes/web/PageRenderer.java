package wiki.errorcodes.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Turns pages into HTML. Safe to share between threads. */
final class PageRenderer {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    PageRenderer.class.getClassLoader(),
                    "wiki.errorcodes.web.templates");

    String html(Page page) {
        StringOutput out = new StringOutput(16 * 1024);
        engine.render(page.template(), page, out);
        return out.toString();
    }
}
