package wiki.errorcodes.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.Span;

/** The pictures in the folder beside one article, and what is wrong with them. For one thread. */
final class Images {

    /** More than this keeps a reader on a phone waiting. */
    static final int HEAVY = 300 * 1024;

    private static final int LARGEST = 5 * 1024 * 1024;

    private final String folder;
    private final Map<String, Image> usable = new HashMap<>();
    private final Map<String, Image.UnusableException> unusable = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /**
     * @param folder the article's path without its ending
     * @param files by name
     */
    Images(String folder, Map<String, byte[]> files) {
        this.folder = folder;
        files.forEach(
                (name, bytes) -> {
                    try {
                        if (bytes.length > LARGEST) {
                            throw new Image.UnusableException(
                                    "has " + bytes.length / 1024 + " kB",
                                    "no picture may have more than " + LARGEST / 1024 + " kB");
                        }
                        usable.put(name, Image.of(name, bytes));
                    } catch (Image.UnusableException e) {
                        unusable.put(name, e);
                    }
                });
    }

    /** Returns the picture that a Markdown address names; empty when there is none to show. */
    Optional<Image> at(String address) {
        return Optional.ofNullable(usable.get(name(address)));
    }

    /** Both {@code panel.png} and {@code slug/panel.png}, which other previews of Markdown need. */
    private String name(String address) {
        String slug = folder.substring(folder.lastIndexOf('/') + 1);
        return address.startsWith(slug + "/") ? address.substring(slug.length() + 1) : address;
    }

    /** Returns what is wrong with a picture where the text names it. */
    List<Diagnostic> named(String path, Span span, String address, String alternative) {
        String name = name(address);
        used.add(name);
        List<Diagnostic> found = new ArrayList<>();
        Image.UnusableException problem = unusable.get(name);
        if (problem != null) {
            found.add(
                    new Diagnostic(
                            path,
                            span,
                            Rule.IMAGE,
                            "\"" + name + "\" " + problem.getMessage(),
                            problem.hint()));
        } else if (!usable.containsKey(name)) {
            found.add(
                    new Diagnostic(
                            path,
                            span,
                            Rule.IMAGE,
                            "no picture \"" + address + "\"",
                            "put the file into " + folder + "/ and write its name alone"));
        } else if (usable.get(name).bytes().length > HEAVY) {
            found.add(
                    new Diagnostic(
                            path,
                            span,
                            Rule.IMAGE_WEIGHT,
                            "\""
                                    + name
                                    + "\" has "
                                    + usable.get(name).bytes().length / 1024
                                    + " kB",
                            "crop it, or save it as WebP or with fewer colours; "
                                    + HEAVY / 1024
                                    + " kB is enough"));
        }
        if (alternative.isBlank()) {
            found.add(
                    new Diagnostic(
                            path,
                            span,
                            Rule.IMAGE_ALT,
                            "a picture without a text alternative",
                            "say between the brackets what it shows: ![…](" + address + ")"));
        }
        return found;
    }

    /** Reports the files that a text does not show. */
    List<Diagnostic> unused(String path) {
        List<Diagnostic> found = new ArrayList<>();
        Set<String> names = new HashSet<>(usable.keySet());
        names.addAll(unusable.keySet());
        names.removeAll(used);
        names.stream()
                .sorted()
                .forEach(
                        name ->
                                found.add(
                                        new Diagnostic(
                                                path,
                                                Span.START,
                                                Rule.UNUSED_IMAGE,
                                                "the text does not show \""
                                                        + folder
                                                        + "/"
                                                        + name
                                                        + "\"",
                                                "show it with ![…](" + name + "), or remove it")));
        return found;
    }

    /** Returns the pictures that the text shows. */
    List<Image> shown() {
        return usable.values().stream()
                .filter(image -> used.contains(image.name()))
                .sorted(Comparator.comparing(Image::name))
                .toList();
    }
}
