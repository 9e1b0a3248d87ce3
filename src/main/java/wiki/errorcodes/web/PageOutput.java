package wiki.errorcodes.web;

import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects a page in UTF-8. The memory for it is kept for the next page of the same thread: half of
 * what a page took was room to grow into. Not for sharing.
 */
final class PageOutput implements TemplateOutput {

    /**
     * Room for nearly every answer, in bytes; what a larger page took is not kept. A virtual thread
     * makes one page only and has no use for more.
     */
    private static final int USUAL = 16 * 1024;

    /** From this many characters on, the platform's own encoder is quicker than a loop. */
    private static final int LONG = 24;

    private static final ThreadLocal<byte @Nullable []> KEPT = new ThreadLocal<>();

    private byte[] bytes;
    private int size;
    private final List<Body.Piece> pieces = new ArrayList<>();

    PageOutput() {
        byte[] kept = KEPT.get();
        bytes = kept == null ? new byte[USUAL] : kept;
        KEPT.remove();
    }

    /** Writes a piece that many pages have in common. */
    void write(Kept kept) {
        byte[] part = kept.part();
        if (part == null) {
            writeBinaryContent(kept.html());
        } else {
            pieces.add(new Body.Piece(kept.html(), part, size));
        }
    }

    /** Returns the page. Nothing may be written after that. */
    Body toBody() {
        return new Body(ownBytes(), pieces);
    }

    /** As {@link #toBody}. */
    byte[] toByteArray() {
        return toBody().bytes();
    }

    private byte[] ownBytes() {
        if (bytes.length == USUAL) {
            KEPT.set(bytes);
        }
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public void writeContent(String text) {
        if (text.length() < LONG) {
            writeContent(text, 0, text.length());
        } else {
            writeBinaryContent(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void writeContent(String text, int begin, int end) {
        ensure(end - begin);
        int to = size;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = to;
                writeBinaryContent(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[to++] = (byte) c;
        }
        size = to;
    }

    @Override
    public void writeBinaryContent(byte[] content) {
        ensure(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    private void ensure(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
