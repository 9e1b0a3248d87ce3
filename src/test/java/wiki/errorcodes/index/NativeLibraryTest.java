package wiki.errorcodes.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

class NativeLibraryTest {

    private static final String PLACE = "org.sqlite.lib.path";

    @TempDir private Path data;

    private final String before = System.getProperty(PLACE, "");

    @BeforeEach
    void nobodyNamesAPlace() {
        System.clearProperty(PLACE);
    }

    @AfterEach
    void asBefore() {
        if (before.isEmpty()) {
            System.clearProperty(PLACE);
        } else {
            System.setProperty(PLACE, before);
        }
    }

    @Test
    void isUnpackedOnceAndFoundByTheDriver() throws IOException {
        NativeLibrary.keepIn(data);
        Path folder = Path.of(System.getProperty(PLACE));
        String name = LibraryLoaderUtil.getNativeLibName();
        try (InputStream packed =
                NativeLibrary.class.getResourceAsStream(
                        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            assertArrayEquals(packed.readAllBytes(), Files.readAllBytes(folder.resolve(name)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve(name)), files.toList());
        }

        Files.writeString(folder.resolve(name), "kept");
        System.clearProperty(PLACE);
        NativeLibrary.keepIn(data);
        assertEquals(folder.toString(), System.getProperty(PLACE));
        assertEquals("kept", Files.readString(folder.resolve(name)));
    }

    @Test
    void staysWhereSomebodyHasPutIt() throws IOException {
        System.setProperty(PLACE, "elsewhere");
        NativeLibrary.keepIn(data);
        assertEquals("elsewhere", System.getProperty(PLACE));
        try (Stream<Path> files = Files.list(data)) {
            assertFalse(files.findAny().isPresent());
        }
    }

    @Test
    void isBesideTheIndex() {
        Index.open(data);
        assertTrue(Path.of(System.getProperty(PLACE)).startsWith(data));
    }
}
