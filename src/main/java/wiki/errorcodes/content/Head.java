package wiki.errorcodes.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wiki.errorcodes.source.SourceFile;

/**
 * The front matter of a file as it is written, for what is about its form.
 *
 * @param file the file
 * @param yaml knows the places of its nodes
 * @param start offset of its first line
 * @param end offset of the line that closes it
 * @param entries its keys, in order
 */
record Head(SourceFile file, Yaml yaml, int start, int end, Map<String, Yaml.Entry> entries) {

    /** Reads the front matter of a file; empty when it cannot be read. */
    static Optional<Head> of(SourceFile file) {
        Yaml yaml = new Yaml(file, new ArrayList<>());
        return ArticleParser.layout(file, yaml)
                .flatMap(
                        layout ->
                                yaml.head(layout.headStart(), layout.headEnd())
                                        .map(
                                                entries ->
                                                        new Head(
                                                                file,
                                                                yaml,
                                                                layout.headStart(),
                                                                layout.headEnd(),
                                                                entries)));
    }

    /** Returns the keys that a file of its kind may have, in the documented order. */
    List<String> order() {
        if (file.path().endsWith("/" + ArticleParser.COLLECTION_FILE)) {
            return ArticleParser.COLLECTION_KEYS;
        }
        return ArticleParser.isNote(file) ? ArticleParser.NOTE_KEYS : FrontMatterKey.keys();
    }

    /** Returns the line break that the file uses. */
    String lineBreak() {
        int end = file.line(1).length();
        return file.text().startsWith("\r\n", end)
                ? "\r\n"
                : file.text().startsWith("\r", end) ? "\r" : "\n";
    }

    /** Returns the offset of the first character of a line, counted from 1. */
    int lineStart(int line) {
        return file.offset(line - 1, 0);
    }
}
