package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Edit;
import wiki.errorcodes.source.Flaw;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;

/** Bullets are {@code -}; numbered lists count on from their first number, with points. */
public final class ListMarkers {

    private static final int LONGEST_NUMBER = 9;

    private ListMarkers() {}

    /** Returns the lists with other markers, each at its first one. */
    public static List<Flaw> of(SourceFile file) {
        List<Flaw> flaws = new ArrayList<>();
        collect(Markdown.parse(file, Markdown.bodyStart(file)), file, flaws);
        return flaws;
    }

    private static void collect(Node node, SourceFile file, List<Flaw> flaws) {
        if (node instanceof ListBlock list) {
            check(list, file, flaws);
        }
        for (Node child : node.getChildren()) {
            collect(child, file, flaws);
        }
    }

    private static void check(ListBlock list, SourceFile file, List<Flaw> flaws) {
        List<Edit> edits = new ArrayList<>();
        int number = list instanceof OrderedList ordered ? ordered.getStartNumber() : 0;
        for (Node child : list.getChildren()) {
            if (!(child instanceof ListItem item)) {
                continue;
            }
            BasedSequence marker = item.getOpeningMarker();
            String wanted = item instanceof BulletListItem ? "-" : number + ".";
            number++;
            if (marker.length() <= LONGEST_NUMBER && !marker.toString().equals(wanted)) {
                edits.add(new Edit(marker.getStartOffset(), marker.getEndOffset(), wanted));
            }
        }
        if (!edits.isEmpty()) {
            Edit first = edits.get(0);
            Diagnostic diagnostic =
                    new Diagnostic(
                            file.path(),
                            file.span(first.from(), first.to()),
                            Rule.LIST_MARKER,
                            "the list marker \""
                                    + file.text().substring(first.from(), first.to())
                                    + "\"",
                            "write \"" + first.text() + "\"");
            flaws.add(new Flaw(diagnostic, edits));
        }
    }
}
