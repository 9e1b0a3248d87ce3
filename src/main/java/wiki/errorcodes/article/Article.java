package wiki.errorcodes.article;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wiki.errorcodes.signature.Browser;

/**
 * One Markdown file, parsed.
 *
 * @param slug its name in addresses; the file name
 * @param collection the slug of its collection; the folder name
 * @param path the file, relative to the content folder
 * @param hash of the file's bytes, in hexadecimal
 * @param head the front matter
 * @param sections in the order of the file
 * @param links the articles that the text links to
 * @param notes what a team adds to it, in the order of their files
 */
public record Article(
        String slug,
        String collection,
        String path,
        String hash,
        FrontMatter head,
        List<Section> sections,
        List<Reference> links,
        List<Note> notes) {

    public Article {
        sections = List.copyOf(sections);
        links = List.copyOf(links);
        notes = List.copyOf(notes);
    }

    /** Equal articles have equal slugs; to hash all of the text would take far longer. */
    @Override
    public int hashCode() {
        return slug.hashCode();
    }

    /** An article to which nobody adds anything. */
    public Article(
            String slug,
            String collection,
            String path,
            String hash,
            FrontMatter head,
            List<Section> sections,
            List<Reference> links) {
        this(slug, collection, path, hash, head, sections, links, List.of());
    }

    /** Returns the same article with other sections and notes. */
    public Article with(List<Section> newSections, List<Note> newNotes) {
        return new Article(slug, collection, path, hash, head, newSections, links, newNotes);
    }

    /** Tells whether it is a team's own: the paths of an overlay have its name in front. */
    public boolean isLocal() {
        return path.indexOf('/') != path.lastIndexOf('/');
    }

    public String title() {
        return head.title();
    }

    public String summary() {
        return head.summary();
    }

    /** Returns its address on the site, without a host. */
    public String url() {
        return "/errors/" + slug;
    }

    public Optional<Section> section(SectionKind kind) {
        for (Section section : sections) {
            if (section.kind() == kind) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    /** Returns the parts of a section; empty when there is no such section. */
    public List<Section.Part> parts(SectionKind kind) {
        return section(kind).map(Section::parts).orElse(List.of());
    }

    public QuickAnswer quickAnswer() {
        List<Section.Part> parts = parts(SectionKind.QUICK_ANSWER);
        if (parts.isEmpty()) {
            throw new IllegalStateException(path + " has no quick answer");
        }
        Section.Part part = parts.get(0);
        return new QuickAnswer(part.heading(), part.html(), part.text());
    }

    /** Returns the sections that have no fixed heading. */
    public List<Section> freeSections() {
        return sections.stream().filter(section -> section.kind() == SectionKind.FREE).toList();
    }

    public Stream<Reference> references(Reference.Relation relation) {
        return head.references().stream().filter(reference -> reference.relation() == relation);
    }

    /** Returns the browsers that print this error, in the order of {@link Browser}. */
    public List<Browser> browsers() {
        return head.wordings().stream().map(Wording::browser).distinct().sorted().toList();
    }

    public List<Wording> wordings(Browser browser) {
        return head.wordings().stream().filter(wording -> wording.browser() == browser).toList();
    }
}
