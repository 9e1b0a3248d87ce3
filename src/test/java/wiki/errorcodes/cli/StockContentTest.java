package wiki.errorcodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockContentTest {

    @TempDir private Path folder;

    private Path jar(String name, String article, String comment) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            ZipEntry entry = new ZipEntry("content/cors/a.md");
            entry.setTime(0);
            // Stored, so that files of one length make jars of one length.
            entry.setMethod(ZipEntry.STORED);
            byte[] bytes = article.getBytes(StandardCharsets.UTF_8);
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            entry.setCrc(checksum.getValue());
            entry.setSize(bytes.length);
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
            zip.setComment(comment);
        }
        return jar;
    }

    @Test
    void stampChangesWithAnyArticle() throws IOException {
        Optional<String> stamp = StockContent.stamp(jar("a.jar", "one", ""));
        assertTrue(stamp.isPresent());
        assertEquals(stamp, StockContent.stamp(jar("same.jar", "one", "")));
        assertNotEquals(stamp, StockContent.stamp(jar("other.jar", "two", "")));
    }

    @Test
    void whatIsNoPlainJarHasNoStamp() throws IOException {
        assertEquals(Optional.empty(), StockContent.stamp(jar("a.jar", "one", "A comment")));
        assertEquals(
                Optional.empty(),
                StockContent.stamp(Files.writeString(folder.resolve("text"), "short")));
        byte[] whole = Files.readAllBytes(jar("b.jar", "one", ""));
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, 40));
        assertEquals(Optional.empty(), StockContent.stamp(cut));
    }
}
