package wiki.errorcodes.article;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The level-2 headings of an article, in their order. Parser, checker and page all iterate over
 * them.
 */
public enum SectionKind {
    QUICK_ANSWER("Quick answer", Shape.QUESTION, true),
    OVERVIEW("Overview", Shape.FREE, true),
    KEY_DETAILS("Key details", Shape.BULLETS, true),
    COMMON_CAUSES("Common causes", Shape.BULLETS, true),
    STEPS("Steps", Shape.NUMBERS, true),
    FIXES("Fixes", Shape.SUBHEADINGS, false),
    FAQ("FAQ", Shape.SUBHEADINGS, false),
    /** Any other heading, after all of the above. */
    FREE("", Shape.FREE, false);

    /** What a section consists of. */
    public enum Shape {
        /** A bold question, then its answer. */
        QUESTION,
        FREE,
        /** At least one bullet list; its items are the parts. */
        BULLETS,
        /** At least one numbered list; its items are the parts. */
        NUMBERS,
        /** Level-3 headings with text below; each is a part. */
        SUBHEADINGS
    }

    private static final List<SectionKind> FIXED =
            Arrays.stream(values()).filter(kind -> kind != FREE).toList();

    private final String heading;
    private final Shape shape;
    private final boolean required;

    SectionKind(String heading, Shape shape, boolean required) {
        this.heading = heading;
        this.shape = shape;
        this.required = required;
    }

    public String heading() {
        return heading;
    }

    public Shape shape() {
        return shape;
    }

    public boolean isRequired() {
        return required;
    }

    /** Returns the kind of a heading, whatever its letter case; empty for a free heading. */
    public static Optional<SectionKind> of(String heading) {
        return FIXED.stream().filter(kind -> kind.heading.equalsIgnoreCase(heading)).findFirst();
    }

    /** Returns the kinds with a heading of their own, in order. */
    public static List<SectionKind> fixed() {
        return FIXED;
    }
}
