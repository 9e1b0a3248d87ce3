package wiki.errorcodes.check;

import java.util.ArrayList;
import java.util.List;
import wiki.errorcodes.content.KeyOrder;
import wiki.errorcodes.content.ListMarkers;
import wiki.errorcodes.content.Outline;
import wiki.errorcodes.content.TemplateQuotes;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Flaw;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;

/** How a file is written, whatever it says: order of keys, lists, headings, quotes. */
public final class Form {

    private static final int DEEPEST = 4;

    private Form() {}

    /** Returns what is written otherwise than in the other files. */
    public static List<Flaw> of(SourceFile file) {
        List<Flaw> flaws = new ArrayList<>();
        KeyOrder.of(file).ifPresent(flaws::add);
        flaws.addAll(TemplateQuotes.of(file));
        flaws.addAll(ListMarkers.of(file));
        headings(file, flaws);
        return flaws;
    }

    private static void headings(SourceFile file, List<Flaw> flaws) {
        int above = 1;
        for (Outline.Heading heading : Outline.of(file).headings()) {
            boolean deep = heading.level() > DEEPEST;
            if (deep || heading.level() > above + 1) {
                flaws.add(
                        new Flaw(
                                new Diagnostic(
                                        file.path(),
                                        file.span(heading.from(), heading.to()),
                                        Rule.HEADING_ORDER,
                                        deep
                                                ? "a level-" + heading.level() + " heading"
                                                : "a level-"
                                                        + heading.level()
                                                        + " heading below one of level "
                                                        + above,
                                        deep
                                                ? "level 4 is the deepest; write a bold word or a list"
                                                : "write " + "#".repeat(above + 1)),
                                List.of()));
            }
            above = heading.level();
        }
    }
}
