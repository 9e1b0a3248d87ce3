package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.Clauses;
import wiki.errorcodes.signature.FragmentIndex;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.signature.PastedText;
import wiki.errorcodes.signature.Placeholder;
import wiki.errorcodes.signature.SignatureIndex;

/**
 * Reads which wordings and identifiers of a library stand in a text, and decides between those that
 * overlap.
 */
final class Signatures {

    /**
     * Fewer fixed letters than this, and a wording proves something only when it is a message by
     * itself.
     */
    static final int WEAK = 20;

    /** A wording with a message inside counts for itself from twice as many fixed letters on. */
    private static final int SAYS_LITTLE = 20;

    /** Fewer letters than this in a place for a message are punctuation or a number. */
    private static final int SHORTEST_QUOTE = 8;

    // Of articles that a text cannot tell apart, the one that its collection puts first is the more
    // common error.
    static final Comparator<Alignment<Claim>> BEST_FIRST =
            Comparator.<Alignment<Claim>>comparingInt(alignment -> -weight(alignment))
                    .thenComparing(alignment -> !alignment.isWhole())
                    .thenComparing(Signatures::vague)
                    .thenComparing(alignment -> alignment.start() - alignment.end())
                    .thenComparing(Alignment::start)
                    .thenComparing(alignment -> alignment.entry().place());

    /**
     * Part of one wording says less than the whole of another: its long tail may stand below many
     * messages.
     */
    static int weight(Alignment<Claim> alignment) {
        int letters = alignment.specificity();
        return alignment.entry().isPart() ? letters * 2 / 5 : letters;
    }

    /** Of two that say as much, the one with fewer places where anything may stand is meant. */
    private static int vague(Alignment<Claim> alignment) {
        int count = 0;
        for (Alignment.Capture capture : alignment.captures()) {
            count += capture.hole().placeholder().isVague() ? 1 : 0;
        }
        return count;
    }

    /**
     * A negative number that its surroundings call an error: {@code error -201}, {@code code:
     * -8181}, {@code (-102)}.
     */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?i)(?:(?:error|code|errno|err|net|ssl|nss)[ :=(#]{1,3}|\\(|^\\s*+)(-[1-9][0-9]{0,4})(?![\\w.])");

    private final SignatureIndex<Claim> index;
    private final Map<Integer, Numbered> numbers = new HashMap<>();
    private final Set<String> identifiers = new HashSet<>();
    private final FragmentIndex<Claim> fragments;
    private final Context context = new Context();
    private final Marks marks;

    Signatures(Library library) {
        SignatureIndex.Builder<Claim> builder = new SignatureIndex.Builder<>();
        FragmentIndex.Builder<Claim> words = new FragmentIndex.Builder<>();
        Map<String, Set<Article>> owners = new HashMap<>();
        Map<String, Part> parts = new LinkedHashMap<>();
        int place = 0;
        for (Article article : library.articles()) {
            place++;
            for (Wording wording : article.head().wordings()) {
                Claim claim = new Claim(article, Optional.of(wording), false, place);
                builder.add(wording.template(), claim);
                words.add(wording.template().words(), claim);
                // What is left of a wrapper without the message it wraps says nothing: "Unhandled
                // Promise Rejection:".
                List<MessageTemplate> clauses =
                        wording.template().names().contains(Placeholder.ERROR.word())
                                ? List.of()
                                : Clauses.of(wording.template());
                for (MessageTemplate part : clauses) {
                    owners.computeIfAbsent(part.shape(), any -> new HashSet<>()).add(article);
                    parts.putIfAbsent(
                            part.shape() + ' ' + article.slug(),
                            new Part(part, new Claim(article, Optional.of(wording), true, place)));
                }
                owners.computeIfAbsent(wording.template().shape(), any -> new HashSet<>())
                        .add(article);
            }
            for (Code code : article.head().codes()) {
                Claim claim = new Claim(article, Optional.empty(), false, place);
                code.number()
                        .ifPresent(
                                number ->
                                        numbers.putIfAbsent(
                                                number, Numbered.of(code.identifier(), claim)));
                identifiers.addAll(spellings(code));
                for (String spelling : isUnmistakable(code) ? spellings(code) : List.<String>of()) {
                    builder.add(MessageTemplate.literal(spelling), claim);
                    words.add(spelling, claim);
                    if (spelling.indexOf('_') > 0) {
                        words.add(spelling.replace('_', ' '), claim);
                    }
                }
            }
        }
        // What two articles say alike tells nothing; a part that only one has stands for the whole.
        for (Part part : parts.values()) {
            if (owners.getOrDefault(part.template().shape(), Set.of()).size() == 1) {
                builder.add(part.template(), part.claim());
                words.add(part.template().words(), part.claim());
            }
        }
        owners.values().stream()
                .filter(articles -> articles.size() > 1)
                .forEach(articles -> articles.forEach(context::learn));
        marks = new Marks(library);
        index = builder.build();
        fragments = words.build(Confidence.LEAST_COVERAGE);
    }

    private record Numbered(MessageTemplate identifier, int specificity, Claim claim) {

        static Numbered of(String identifier, Claim claim) {
            MessageTemplate template = MessageTemplate.literal(identifier);
            return new Numbered(template, template.specificity(), claim);
        }
    }

    private record Part(MessageTemplate template, Claim claim) {}

    /**
     * Returns the claims of whose words a text has most, whether or not they fit exactly; best
     * first.
     */
    List<FragmentIndex.Fragment<Claim>> resembling(CharSequence text, double leastCoverage) {
        return fragments.find(text, leastCoverage);
    }

    /** Returns the articles that a line in another language is about. */
    List<Article> inAnotherLanguage(String line) {
        return marks.of(line);
    }

    /** Tells whether some article has an identifier, written without {@code net::}. */
    boolean knows(String identifier) {
        return identifiers.contains(identifier);
    }

    /**
     * A number, or a word of the language such as {@code failed}, is an identifier only in its own
     * table, never in a text.
     */
    private static boolean isUnmistakable(Code code) {
        String identifier = code.identifier();
        if (identifier.chars().noneMatch(Character::isLetter)) {
            return false;
        }
        return identifier
                .chars()
                .skip(1)
                .anyMatch(
                        c ->
                                c == '_'
                                        || c == ':'
                                        || c == ' '
                                        || c == '-'
                                        || Character.isUpperCase(c)
                                        || Character.isDigit(c));
    }

    /**
     * The usual spellings of an identifier. {@code net::} and letter case do not matter to begin
     * with.
     */
    private static List<String> spellings(Code code) {
        String identifier = code.identifier();
        if (identifier.startsWith("net::")) {
            return List.of(identifier.substring("net::".length()));
        }
        if (identifier.startsWith("HTTP ")) {
            String status = identifier.substring("HTTP ".length());
            return List.of(
                    identifier,
                    "status of " + status,
                    "status code " + status,
                    "HTTP error " + status,
                    "HTTP status " + status,
                    "HTTP/1.1 " + status,
                    "HTTP/2 " + status);
        }
        if (identifier.startsWith("WebSocket close ")) {
            String number = identifier.substring("WebSocket close ".length());
            return List.of(
                    identifier,
                    "close code " + number,
                    "closed with code " + number,
                    "code: " + number + " reason");
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

    /**
     * What a text says.
     *
     * @param proved places where an error stands, in the order of the text
     * @param mentioned places where the words of a short wording stand in a longer sentence:
     *     evidence, no proof
     */
    record Reading(List<Place> proved, List<Place> mentioned) {}

    Reading read(PastedText text) {
        List<Alignment<Claim>> telling = new ArrayList<>();
        List<Alignment<Claim>> mentioned = new ArrayList<>();
        for (Alignment<Claim> alignment : aligned(text)) {
            (tells(alignment, text) ? telling : mentioned).add(alignment);
        }
        return new Reading(places(telling, text.text()), places(mentioned, text.text()));
    }

    /** Tells whether a match counts where it stands, or is too short for that. */
    static boolean tells(Alignment<Claim> alignment, PastedText text) {
        return !isWeak(alignment) || isAlone(alignment, text.text());
    }

    /** Returns everything that fits somewhere, also what others outdo. */
    List<Alignment<Claim>> aligned(PastedText text) {
        List<Alignment<Claim>> found = new ArrayList<>(index.find(text));
        if (hasNegativeNumber(text.text())) {
            numbers(text.text(), found);
        }
        found.removeIf(alignment -> !isWholeIdentifier(alignment, text.text()));
        return found;
    }

    /** Tells whether it is worth looking for error numbers. */
    private static boolean hasNegativeNumber(String text) {
        for (int minus = text.indexOf('-'); minus >= 0; minus = text.indexOf('-', minus + 1)) {
            if (minus + 1 < text.length()
                    && text.charAt(minus + 1) >= '1'
                    && text.charAt(minus + 1) <= '9') {
                return true;
            }
        }
        return false;
    }

    private void numbers(String text, List<Alignment<Claim>> found) {
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            Numbered known = numbers.get(Integer.parseInt(number.group(1)));
            if (known != null) {
                found.add(
                        new Alignment<>(
                                known.claim(),
                                known.identifier(),
                                known.specificity(),
                                number.start(1),
                                number.end(1),
                                List.of(),
                                true));
            }
        }
    }

    /**
     * {@code script-src} does not stand in {@code script-src-attr}, nor {@code
     * ERR_BLOCKED_BY_RESPONSE} in {@code ERR_BLOCKED_BY_RESPONSE.NotSameOrigin}: a longer
     * identifier is another one.
     */
    private static boolean isWholeIdentifier(Alignment<Claim> alignment, String text) {
        if (alignment.entry().evidence() != Evidence.CODE) {
            return true;
        }
        int start = alignment.start();
        int end = alignment.end();
        String identifier = alignment.template().text();
        if (!text.startsWith(identifier, start)
                && identifier.chars().allMatch(Character::isUpperCase)) {
            // TIMEOUT is an identifier, timeout a word.
            return false;
        }
        boolean longer =
                end + 1 < text.length()
                        && (text.charAt(end) == '.' || text.charAt(end) == '-')
                        && Character.isLetter(text.charAt(end + 1));
        boolean tail =
                start > 1
                        && text.charAt(start - 1) == '-'
                        && Character.isLetter(text.charAt(start - 2));
        return !longer && !tail;
    }

    private List<Place> places(List<Alignment<Claim>> alignments, String text) {
        if (alignments.isEmpty()) {
            return List.of();
        }
        List<Alignment<Claim>> found = new ArrayList<>(alignments);
        found.sort(BEST_FIRST);
        List<List<Alignment<Claim>>> places = new ArrayList<>();
        List<Alignment<Claim>> gaveWay = new ArrayList<>();
        for (Alignment<Claim> candidate : found) {
            // What gave way to the message it quotes does not come back with a part of itself.
            boolean known = false;
            for (Alignment<Claim> wrapper : gaveWay) {
                known |=
                        wrapper.overlaps(candidate)
                                && wrapper.entry().article() == candidate.entry().article();
            }
            if (!known) {
                place(candidate, places, gaveWay);
            }
        }
        List<Place> inOrder = new ArrayList<>(places.size());
        for (List<Alignment<Claim>> rivals : places) {
            inOrder.add(new Place(rivals.size() > 1 ? context.ranked(rivals, text) : rivals));
        }
        inOrder.sort(Comparator.comparingInt(place -> place.best().start()));
        return inOrder;
    }

    private static void place(
            Alignment<Claim> candidate,
            List<List<Alignment<Claim>>> places,
            List<Alignment<Claim>> gaveWay) {
        List<List<Alignment<Claim>>> wrapping = new ArrayList<>();
        for (List<Alignment<Claim>> place : places) {
            Alignment<Claim> better = place.get(0);
            if (!better.overlaps(candidate)) {
                continue;
            }
            if (wraps(better, candidate)) {
                wrapping.add(place);
            } else {
                boolean same =
                        weight(better) == weight(candidate)
                                && better.isWhole() == candidate.isWhole()
                                && vague(better) == vague(candidate);
                boolean known = false;
                for (Alignment<Claim> one : place) {
                    known |= one.entry().article() == candidate.entry().article();
                }
                if (same && !known) {
                    place.add(candidate);
                }
                return;
            }
        }
        places.removeAll(wrapping);
        wrapping.forEach(gaveWay::addAll);
        places.add(new ArrayList<>(List.of(candidate)));
    }

    /**
     * A message that only quotes another one, in a hole for that, gives way to it, unless it says
     * much more itself.
     */
    static boolean wraps(Alignment<Claim> outer, Alignment<Claim> inner) {
        if (outer.specificity() >= 2 * Math.max(SAYS_LITTLE, inner.specificity())) {
            return false;
        }
        for (Alignment.Capture capture : outer.captures()) {
            if (quotes(capture.hole().placeholder())
                    && capture.start() <= inner.start()
                    && inner.end() <= capture.end()) {
                return true;
            }
        }
        return false;
    }

    private static boolean quotes(Placeholder placeholder) {
        return switch (placeholder) {
            case CODE, ERROR, REASON, STATUS_TEXT -> true;
            default -> false;
        };
    }

    /**
     * Returns what a match quotes that says little itself, when no article knows that: {@code
     * Failed to load resource: net::…}, {@code … failed: Invalid frame header}. What is quoted is
     * the error; who only knows the frame around it cannot be sure.
     */
    static Optional<Alignment.Capture> quotedUnknown(Alignment<Claim> alignment) {
        if (alignment.specificity() >= 3 * SAYS_LITTLE) {
            return Optional.empty();
        }
        boolean status = false;
        for (Alignment.Capture capture : alignment.captures()) {
            status |= capture.hole().placeholder() == Placeholder.STATUS;
        }
        for (Alignment.Capture capture : alignment.captures()) {
            boolean error =
                    switch (capture.hole().placeholder()) {
                        case CODE -> true;
                        case STATUS_TEXT -> status;
                        case ERROR, REASON -> letters(capture.value()) >= SHORTEST_QUOTE;
                        default -> false;
                    };
            if (error) {
                // It may name the error itself: "GET … net::ERR_EMPTY_RESPONSE 200 (OK)".
                return Optional.of(capture).filter(any -> !alignment.template().hasIdentifier());
            }
        }
        return Optional.empty();
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetterOrDigit).count();
    }

    /**
     * Short wordings, and identifiers that are words of many messages, such as {@code unsafe-eval}
     * and {@code script-src}: they count for themselves only where nothing else stands.
     */
    private static boolean isWeak(Alignment<Claim> alignment) {
        return alignment.entry().evidence() == Evidence.SIGNATURE
                ? alignment.specificity() < WEAK
                : !Proof.isIdentifier(alignment.template());
    }

    private static boolean isAlone(Alignment<Claim> alignment, String text) {
        return alignment.entry().evidence() == Evidence.SIGNATURE
                ? alignment.isWhole()
                : Proof.isOwnLine(text, alignment.start(), alignment.end());
    }
}
