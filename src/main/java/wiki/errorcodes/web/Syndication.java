package wiki.errorcodes.web;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;

/** What programs read to find articles: the sitemap, the Atom feed, the OpenSearch description. */
final class Syndication {

    private static final int FEED_ENTRIES = 30;
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/";

    private final Address address;

    Syndication(Address address) {
        this.address = address;
    }

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String document(Content content) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            content.write(xml);
            xml.writeEndDocument();
            return out.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
    }

    /** Returns the sitemap (sitemaps.org, 0.9): every page of its own, with its last review. */
    String sitemap(Library library, List<String> pages) {
        return document(
                xml -> {
                    xml.writeStartElement("urlset");
                    xml.writeDefaultNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
                    for (String page : pages) {
                        url(xml, page, Optional.empty());
                    }
                    for (Article article : library.articles()) {
                        url(xml, article.url(), article.head().reviewed());
                    }
                    xml.writeEndElement();
                });
    }

    private void url(XMLStreamWriter xml, String path, Optional<LocalDate> modified)
            throws XMLStreamException {
        xml.writeStartElement("url");
        element(xml, "loc", address.absolute(path));
        if (modified.isPresent()) {
            element(xml, "lastmod", modified.get().toString());
        }
        xml.writeEndElement();
    }

    /** Returns the articles reviewed last as an Atom feed (RFC 4287). */
    String feed(Library library) {
        List<Article> articles = library.recentlyReviewed(FEED_ENTRIES);
        LocalDate updated =
                articles.stream()
                        .flatMap(article -> article.head().reviewed().stream())
                        .findFirst()
                        .orElse(LocalDate.EPOCH);
        return document(
                xml -> {
                    xml.writeStartElement("feed");
                    xml.writeDefaultNamespace(ATOM);
                    element(xml, "id", address.absolute("/"));
                    element(xml, "title", Page.WIKI);
                    element(xml, "updated", time(updated));
                    link(xml, "alternate", "text/html", "/");
                    link(xml, "self", "application/atom+xml", "/feed.atom");
                    xml.writeStartElement("author");
                    element(xml, "name", Page.WIKI);
                    xml.writeEndElement();
                    for (Article article : articles) {
                        xml.writeStartElement("entry");
                        element(xml, "id", address.absolute(article.url()));
                        element(xml, "title", article.title());
                        element(
                                xml,
                                "updated",
                                time(article.head().reviewed().orElse(LocalDate.EPOCH)));
                        link(xml, "alternate", "text/html", article.url());
                        element(xml, "summary", article.summary());
                        xml.writeEndElement();
                    }
                    xml.writeEndElement();
                });
    }

    private static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private void link(XMLStreamWriter xml, String relation, String type, String path)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address.absolute(path));
    }

    /** Returns how a browser searches the wiki from its address bar (OpenSearch 1.1). */
    String openSearch() {
        return document(
                xml -> {
                    xml.writeStartElement("OpenSearchDescription");
                    xml.writeDefaultNamespace(OPEN_SEARCH);
                    element(xml, "ShortName", "Error Codes");
                    element(xml, "Description", "Browser errors: cause and fix");
                    element(xml, "InputEncoding", "UTF-8");
                    xml.writeStartElement("Image");
                    xml.writeAttribute("type", "image/svg+xml");
                    xml.writeCharacters(address.absolute(Assets.url("favicon.svg")));
                    xml.writeEndElement();
                    search(xml, "text/html", "/search?q={searchTerms}");
                    search(xml, "application/x-suggestions+json", "/suggestions?q={searchTerms}");
                    xml.writeEndElement();
                });
    }

    private void search(XMLStreamWriter xml, String type, String template)
            throws XMLStreamException {
        xml.writeEmptyElement("Url");
        xml.writeAttribute("type", type);
        xml.writeAttribute("template", address.absolute(template));
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
