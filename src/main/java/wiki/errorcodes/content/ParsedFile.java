package wiki.errorcodes.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;

/**
 * What became of one Markdown file: an article, a collection, a note, or nothing when it has
 * errors.
 *
 * @param path relative to the content folder
 * @param hash of the bytes
 * @param markdown the text; empty when it is not UTF-8, and when it comes from the index, which
 *     keeps it
 * @param article the article, if it is one and has no errors
 * @param collection the collection, likewise
 * @param note the note, likewise
 * @param images the pictures it shows; none when it comes from the index, which keeps them
 * @param diagnostics what is wrong in this file alone
 */
public record ParsedFile(
        String path,
        String hash,
        String markdown,
        Optional<Article> article,
        Optional<Collection> collection,
        Optional<Note> note,
        List<Image> images,
        List<Diagnostic> diagnostics) {

    public ParsedFile {
        images = List.copyOf(images);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Returns the same as the index gives it back: without what only the index keeps. */
    public ParsedFile stored() {
        return new ParsedFile(path, hash, "", article, collection, note, List.of(), diagnostics);
    }

    /** Returns the address of the page that shows the file; empty when none does. */
    public Optional<String> page() {
        return article.map(Article::url)
                .or(() -> collection.map(Collection::url))
                .or(() -> note.map(one -> "/errors/" + one.target().target()));
    }

    public static ParsedFile of(ContentFolder.ContentFile file) {
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(file.bytes()))
                            .toString();
        } catch (CharacterCodingException e) {
            return new ParsedFile(
                    file.path(),
                    file.hash(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(notUtf8(file)));
        }
        SourceFile source = new SourceFile(file.path(), text);
        if (file.isCollection()) {
            ArticleParser.Parsed<Collection> parsed = ArticleParser.collection(source, file.hash());
            return new ParsedFile(
                    file.path(),
                    file.hash(),
                    source.text(),
                    Optional.empty(),
                    parsed.value(),
                    Optional.empty(),
                    List.of(),
                    parsed.diagnostics());
        }
        Images images = new Images(ArticleParser.folder(source), file.images());
        if (ArticleParser.isNote(source)) {
            ArticleParser.Parsed<Note> parsed = ArticleParser.note(source, file.hash(), images);
            return new ParsedFile(
                    file.path(),
                    file.hash(),
                    source.text(),
                    Optional.empty(),
                    Optional.empty(),
                    parsed.value(),
                    images.shown(),
                    parsed.diagnostics());
        }
        ArticleParser.Parsed<Article> parsed = ArticleParser.article(source, file.hash(), images);
        return new ParsedFile(
                file.path(),
                file.hash(),
                source.text(),
                parsed.value(),
                Optional.empty(),
                Optional.empty(),
                images.shown(),
                parsed.diagnostics());
    }

    private static Diagnostic notUtf8(ContentFolder.ContentFile file) {
        // Read as Latin-1, every byte is one character: the first bad byte has a line and a column.
        SourceFile bytes =
                new SourceFile(file.path(), new String(file.bytes(), StandardCharsets.ISO_8859_1));
        int bad = firstBadByte(file.bytes());
        return new Diagnostic(
                file.path(),
                bytes.span(bad, bad + 1),
                Rule.ENCODING,
                "this byte is not UTF-8",
                "save the file as UTF-8");
    }

    private static int firstBadByte(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length + 1);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        return in.position();
    }
}
