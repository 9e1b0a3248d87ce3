package wiki.errorcodes.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.content.ContentFolder.ContentFile;
import wiki.errorcodes.content.ParsedFile;

/** Kills a real process in the middle of indexing, again and again, and opens what it left. */
class KilledIndexingTest {

    private static final int ARTICLES = 200;
    private static final int ROUNDS = 8;

    /**
     * Writes generation after generation of the same articles until it is killed; says so after
     * each file.
     */
    static final class Writer {
        public static void main(String[] args) {
            Index index = Index.open(Path.of(args[0]));
            for (int generation = Integer.parseInt(args[1]); ; generation++) {
                index.update(
                        articles(generation),
                        Set.of(),
                        written -> {
                            System.out.print('.');
                            System.out.flush();
                        });
            }
        }
    }

    private static List<ParsedFile> articles(int generation) {
        List<ParsedFile> files = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            String text =
                    TestArticles.article(
                            "Generation " + generation,
                            "messages:\n  chrome: \"message number " + i + " at {url}\"\n");
            files.add(
                    ParsedFile.of(
                            new ContentFile(
                                    String.format("a/article-%03d.md", i),
                                    text.getBytes(StandardCharsets.UTF_8),
                                    "g" + generation)));
        }
        return files;
    }

    @Test
    void killedProcessLeavesTheOldIndexOrTheNewOne(@TempDir Path data) throws Exception {
        Random random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            killAfter(data, 1 + random.nextInt(3 * ARTICLES), round * 1000 + 1);
            List<ParsedFile> left = Index.open(data).files();
            assertTrue(left.isEmpty() || left.size() == ARTICLES, () -> left.size() + " articles");
            assertEquals(
                    left.isEmpty() ? 0 : 1,
                    left.stream().map(ParsedFile::hash).distinct().count(),
                    "articles of several generations");
            if (!left.isEmpty()) {
                int generation = Integer.parseInt(left.get(0).hash().substring(1));
                assertEquals(articles(generation).stream().map(ParsedFile::stored).toList(), left);
                assertEquals(
                        articles(generation).stream()
                                .collect(Collectors.toMap(ParsedFile::path, ParsedFile::markdown)),
                        Index.open(data).markdown());
            }
        }
    }

    /** Lets the writer write so many files, then kills it as {@code kill -9} does. */
    private static void killAfter(Path data, int files, int generation)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                data.toString(),
                                Integer.toString(generation))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (InputStream out = process.getInputStream()) {
            for (int i = 0; i < files; i++) {
                assertTrue(out.read() == '.', "the writer ended by itself");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
