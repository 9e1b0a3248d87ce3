package wiki.errorcodes.web;

import java.util.List;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.source.Diagnostic;

/** How the content is: for editors. */
public record StatusPage(Site site) implements Page {

    @Override
    public String title() {
        return "Status";
    }

    @Override
    public String description() {
        return "What is wrong with the articles of this wiki, if anything.";
    }

    @Override
    public String path() {
        return "/status";
    }

    @Override
    public String template() {
        return "status.jte";
    }

    public List<Diagnostic> diagnostics() {
        return site.diagnostics();
    }

    public long errors() {
        return site.diagnostics().stream().filter(Diagnostic::isError).count();
    }

    public long remarks() {
        return site.diagnostics().size() - errors();
    }

    public String took() {
        return site.took().toMillis() + " ms";
    }
}
