package wiki.errorcodes.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
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
        this.shell = shell.with(part("assets", Map.of("watching", shell.watching())));
    }

    /** Returns the page as it goes out: templates are kept in UTF-8, only values are encoded. */
    byte[] html(Page page) {
        PageOutput out = new PageOutput();
        engine.render(page.template(), Map.of("page", page, "shell", shell), out);
        return out.toByteArray();
    }

    /** Returns a page whose holes are marked, to be filled many times. */
    Fragment fragment(Page page) {
        return Fragment.marked(new String(html(page), StandardCharsets.UTF_8));
    }

    /** Writes a part of a page. */
    void write(String name, Map<String, Object> values, TemplateOutput out) {
        engine.render("part/" + name + ".jte", values, out);
    }

    /** As {@link #part}, to be written between what is made for one page. */
    Kept kept(String name, Map<String, Object> values) {
        PageOutput out = new PageOutput();
        write(name, values, out);
        return Kept.of(out.toByteArray());
    }

    /** Returns a part of pages, made once. */
    Content part(String name, Map<String, Object> values) {
        return Fragment.of(out -> write(name, values, out));
    }
}
