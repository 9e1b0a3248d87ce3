package wiki.errorcodes.web;

import gg.jte.Content;
import gg.jte.html.escape.Escape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Verdict;

/**
 * The answer to nearly every paste: it is one error, and that of one article. For each article the
 * page is made once, with holes for what the reader brought; to fill them takes a fraction of what
 * it takes to make the page.
 *
 * @param card what the article shows
 * @param beside what follows the answer when it is proved by a paste: the same for all of those;
 *     empty for the page of a likely answer or a typed query
 */
public record UsualPage(Article article, AnswerCard card, Optional<Content> beside)
        implements Page {

    /** Tells whether an answer is of this kind. */
    static boolean isUsual(SearchPage page) {
        List<Finding> findings = page.explanation().findings();
        return findings.size() == 1
                && page.explained().size() == 1
                && findings.get(0).hits().size() == 1
                && findings.get(0).count() == 1
                && findings.get(0).consequenceOf().isEmpty()
                && page.explanation().unexplained().isEmpty()
                && !page.masked().isChanged();
    }

    /** Returns an answer of this kind; empty when its article's page is not kept. */
    static Optional<Body> body(SearchPage page, PageRenderer renderer) {
        Finding finding = page.explained().get(0);
        Hit hit = finding.hits().get(0);
        boolean proved = page.hasRelated() && page.field().isEmpty();
        return page.cards()
                .page(hit.article(), proved)
                .map(
                        kept -> {
                            PageOutput out = new PageOutput();
                            kept.write(
                                    page.filling(hit),
                                    new Brought(page, finding, hit, page.address(hit), renderer),
                                    out);
                            return out.toBody();
                        });
    }

    /** What the reader brought. */
    private record Brought(
            SearchPage page, Finding finding, Hit hit, String address, PageRenderer renderer)
            implements Fragment.Slots {

        @Override
        public void write(Hole.Slot slot, PageOutput out) {
            switch (slot) {
                case FIELD -> Escape.htmlAttribute(page.field(), out);
                case ADDRESS -> Escape.htmlAttribute(address, out);
                case VERDICT -> Escape.htmlContent(finding.verdict().id(), out);
                case LINE -> out.writeContent(Integer.toString(finding.line()));
                case FOUND -> renderer.write("found", Map.of("hit", hit), out);
                case WORDING -> hit.wording().ifPresent(wording -> wording(wording, out));
                case QUOTE -> new AnswerMarkdown(page).quote(finding, out);
                case BESIDE -> renderer.write("beside", Map.of("page", page), out);
                case PASTE -> Escape.htmlContent(page.query(), out);
            }
        }

        private void wording(Wording wording, PageOutput out) {
            Optional<Kept> kept = page.cards().matched(hit.article(), wording);
            if (kept.isPresent()) {
                out.write(kept.get());
            } else {
                // There is no room, or the article has changed since the wordings were read.
                renderer.write(
                        "matched", Map.of("wording", wording, "today", page.today(hit)), out);
            }
        }
    }

    @Override
    public String title() {
        return article.title();
    }

    @Override
    public String description() {
        return SearchPage.DESCRIPTION;
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public String canonical() {
        return article.url();
    }

    @Override
    public String field() {
        return beside.isPresent() ? "" : Hole.Slot.FIELD.mark();
    }

    @Override
    public List<String> scripts() {
        return SearchPage.SCRIPTS;
    }

    @Override
    public String template() {
        return "usual.jte";
    }

    public String address() {
        return Hole.Slot.ADDRESS.mark();
    }

    public String verdict() {
        return beside.isPresent() ? Verdict.MATCH.id() : Hole.Slot.VERDICT.mark();
    }

    public String line() {
        return Hole.Slot.LINE.mark();
    }

    public Content found() {
        return hole(Hole.Slot.FOUND);
    }

    public Content wording() {
        return hole(Hole.Slot.WORDING);
    }

    /** Returns what follows the answer. */
    public Content others() {
        return beside.orElse(hole(Hole.Slot.BESIDE));
    }

    public String paste() {
        return Hole.Slot.PASTE.mark();
    }

    /** Returns the answer to copy. */
    public Content markdown() {
        return AnswerMarkdown.of(card, hole(Hole.Slot.QUOTE));
    }

    /** Returns how values get into what the article shows: later. */
    public Function<Fragment, Content> filled() {
        return Fragment::open;
    }

    private static Content hole(Hole.Slot slot) {
        return out -> out.writeContent(slot.mark());
    }
}
