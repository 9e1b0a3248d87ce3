package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.signature.PastedText;
import wiki.errorcodes.signature.Placeholder;
import wiki.errorcodes.signature.SignatureIndex;

/** Reads which wordings and identifiers of a library stand in a text, and decides between those that overlap. */
final class Signatures {

    /** Fewer fixed letters than this, and a wording proves something only when it is a message by itself. */
    static final int WEAK = 16;

    private static final Comparator<Alignment<Claim>> BEST_FIRST =
            Comparator.<Alignment<Claim>>comparingInt(alignment -> -alignment.template().specificity())
                    .thenComparing(alignment -> alignment.captures().size())
                    .thenComparing(Alignment::start)
                    .thenComparing(alignment -> alignment.entry().article().slug());

    private final SignatureIndex<Claim> index;

    Signatures(Library library) {
        SignatureIndex.Builder<Claim> builder = new SignatureIndex.Builder<>();
        for (Article article : library.articles()) {
            for (Wording wording : article.head().wordings()) {
                builder.add(wording.template(), new Claim(article, Optional.of(wording)));
            }
            for (Code code : article.head().codes()) {
                for (String spelling : isUnmistakable(code) ? spellings(code) : List.<String>of()) {
                    builder.add(MessageTemplate.literal(spelling), new Claim(article, Optional.empty()));
                }
            }
        }
        index = builder.build();
    }

    /** A word of the language, such as {@code failed}, is an identifier only in its own table, never in a text. */
    private static boolean isUnmistakable(Code code) {
        String identifier = code.identifier();
        return identifier.chars().skip(1).anyMatch(c -> c == '_' || c == ':' || c == ' ' || c == '-' || Character.isUpperCase(c) || Character.isDigit(c));
    }

    /** The usual spellings of an identifier. {@code net::} and letter case do not matter to begin with. */
    private static List<String> spellings(Code code) {
        String identifier = code.identifier();
        if (identifier.startsWith("net::")) {
            return List.of(identifier.substring("net::".length()));
        }
        if (identifier.startsWith("HTTP ")) {
            String status = identifier.substring("HTTP ".length());
            return List.of(identifier, "status of " + status, "status code " + status, "HTTP error " + status, "HTTP status " + status, "HTTP/1.1 " + status, "HTTP/2 " + status);
        }
        if (identifier.startsWith("WebSocket close ")) {
            String number = identifier.substring("WebSocket close ".length());
            return List.of(identifier, "close code " + number, "closed with code " + number, "code: " + number + " reason");
        }
        return List.of(identifier);
    }

    /**
     * What stands in one place of a text: one claim, or several that the text cannot tell apart.
     *
     * @param alignments at least one, of different articles, equally specific
     */
    record Place(List<Alignment<Claim>> alignments) {

        Alignment<Claim> best() {
            return alignments.get(0);
        }
    }

    /** Returns the places of a text where an error stands, in the order of the text. */
    List<Place> read(PastedText text) {
        List<Alignment<Claim>> found = new ArrayList<>(index.find(text));
        found.removeIf(alignment -> isWeak(alignment) && !alignment.isWhole());
        found.sort(BEST_FIRST);
        List<List<Alignment<Claim>>> places = new ArrayList<>();
        for (Alignment<Claim> candidate : found) {
            place(candidate, places);
        }
        return places.stream()
                .map(Place::new)
                .sorted(Comparator.comparingInt(place -> place.best().start()))
                .toList();
    }

    private static void place(Alignment<Claim> candidate, List<List<Alignment<Claim>>> places) {
        List<List<Alignment<Claim>>> wrapping = new ArrayList<>();
        for (List<Alignment<Claim>> place : places) {
            Alignment<Claim> better = place.get(0);
            if (!better.overlaps(candidate)) {
                continue;
            }
            if (wraps(better, candidate)) {
                wrapping.add(place);
            } else {
                boolean same = better.template().specificity() == candidate.template().specificity()
                        && better.captures().size() == candidate.captures().size();
                if (same && place.stream().noneMatch(one -> one.entry().article() == candidate.entry().article())) {
                    place.add(candidate);
                }
                return;
            }
        }
        places.removeAll(wrapping);
        places.add(new ArrayList<>(List.of(candidate)));
    }

    /** A message that only quotes another one, in a hole for that, gives way to it. */
    private static boolean wraps(Alignment<Claim> outer, Alignment<Claim> inner) {
        return outer.captures().stream()
                .filter(capture -> quotes(capture.hole().placeholder()))
                .anyMatch(capture -> capture.start() <= inner.start() && inner.end() <= capture.end());
    }

    private static boolean quotes(Placeholder placeholder) {
        return switch (placeholder) {
            case CODE, ERROR, REASON, STATUS_TEXT -> true;
            default -> false;
        };
    }

    private static boolean isWeak(Alignment<Claim> alignment) {
        return alignment.entry().evidence() == Evidence.SIGNATURE && alignment.template().specificity() < WEAK;
    }
}
