package wiki.errorcodes.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a team adds to one of the wiki's articles, from its own folder.
 *
 * @param path the file, with the overlay folder's name in front
 * @param hash of the file's bytes, in hexadecimal
 * @param target the article it belongs to
 * @param reviewed when somebody last checked it
 * @param sections in the order of the file, none of them of a fixed kind
 * @param links the articles that the text links to
 */
public record Note(
        String path,
        String hash,
        Reference target,
        Optional<LocalDate> reviewed,
        List<Section> sections,
        List<Reference> links) {

    public Note {
        sections = List.copyOf(sections);
        links = List.copyOf(links);
    }

    /** Returns the same note with other sections. */
    public Note with(List<Section> newSections) {
        return new Note(path, hash, target, reviewed, newSections, links);
    }
}
