package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wiki.errorcodes.source.SourceFile;

/**
 * A fence with code in it.
 *
 * @param language the first word after the fence, in lower case; empty when there is none
 * @param lines without line breaks and without the indentation of a list around them
 */
public record CodeBlock(String language, List<Line> lines) {

    public CodeBlock {
        lines = List.copyOf(lines);
    }

    /**
     * A line of code.
     *
     * @param text the line
     * @param offset of its first character in the file
     */
    public record Line(String text, int offset) {}

    /** Returns the blocks of a file, in order; its front matter is no code. */
    public static List<CodeBlock> of(SourceFile file) {
        List<CodeBlock> blocks = new ArrayList<>();
        collect(Markdown.parse(file, Markdown.bodyStart(file)), blocks);
        return blocks;
    }

    private static void collect(Node node, List<CodeBlock> blocks) {
        if (node instanceof FencedCodeBlock fence) {
            String info = fence.getInfo().toString().strip();
            int space = info.indexOf(' ');
            List<Line> lines = new ArrayList<>();
            for (BasedSequence line : fence.getContentLines()) {
                lines.add(new Line(line.trimEOL().toString(), line.getStartOffset()));
            }
            blocks.add(
                    new CodeBlock(
                            (space < 0 ? info : info.substring(0, space)).toLowerCase(Locale.ROOT),
                            lines));
        }
        for (Node child : node.getChildren()) {
            collect(child, blocks);
        }
    }
}
