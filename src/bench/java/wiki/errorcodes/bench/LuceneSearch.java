package wiki.errorcodes.bench;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.SectionKind;

/**
 * The peer: Apache Lucene as one would set it up for these articles. BM25 over the fields that our
 * own word search has, with its weights; English analysis; the words of the paste, any of them; the
 * whole index in memory, merged into one segment.
 */
final class LuceneSearch implements AutoCloseable {

    private static final String SLUG = "slug";

    private static final Map<String, Float> FIELDS =
            Map.of(
                    "title",
                    8f,
                    "messages",
                    10f,
                    "codes",
                    10f,
                    "tags",
                    4f,
                    "answer",
                    4f,
                    "causes",
                    2f,
                    "body",
                    1f);

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final ByteBuffersDirectory folder = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneSearch(Library library) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer);
        config.setSimilarity(new BM25Similarity());
        config.setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(folder, config)) {
            for (Article article : library.articles()) {
                writer.addDocument(document(article));
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(folder);
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity());
    }

    private static Document document(Article article) {
        Document document = new Document();
        document.add(new StoredField(SLUG, article.slug()));
        add(document, "title", Stream.of(article.title(), article.slug(), article.summary()));
        add(
                document,
                "messages",
                article.head().wordings().stream().map(one -> one.template().words()));
        add(document, "codes", article.head().codes().stream().map(Code::identifier));
        add(document, "tags", article.head().tags().stream());
        add(document, "answer", texts(article, SectionKind.QUICK_ANSWER));
        add(document, "causes", texts(article, SectionKind.COMMON_CAUSES));
        add(
                document,
                "body",
                article.sections().stream()
                        .filter(
                                one ->
                                        one.kind() != SectionKind.QUICK_ANSWER
                                                && one.kind() != SectionKind.COMMON_CAUSES)
                        .map(one -> one.heading() + "\n" + one.text()));
        return document;
    }

    private static Stream<String> texts(Article article, SectionKind kind) {
        return article.section(kind).stream().map(Section::text);
    }

    private static void add(Document document, String field, Stream<String> texts) {
        document.add(new TextField(field, texts.collect(Collectors.joining("\n")), Field.Store.NO));
    }

    /** How the fields of an article make one score. */
    enum Fields {
        /** As one text in which some words count more (BM25F): the most right answers. */
        COMBINED,
        /** The sum of the fields' scores, as a query over several fields has it: the fastest. */
        SUMMED
    }

    /** Returns the slugs of the best articles, best first. */
    List<String> search(String text, Fields fields, int limit) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String term : terms(text)) {
            if (fields == Fields.COMBINED) {
                CombinedFieldQuery.Builder word = new CombinedFieldQuery.Builder(term);
                FIELDS.forEach(word::addField);
                query.add(word.build(), BooleanClause.Occur.SHOULD);
            } else {
                FIELDS.forEach(
                        (field, weight) ->
                                query.add(
                                        new BoostQuery(
                                                new TermQuery(new Term(field, term)), weight),
                                        BooleanClause.Occur.SHOULD));
            }
        }
        ScoreDoc[] found = searcher.search(query.build(), limit).scoreDocs;
        String[] slugs = new String[found.length];
        for (int i = 0; i < found.length; i++) {
            slugs[i] =
                    Optional.ofNullable(
                                    searcher.storedFields()
                                            .document(found[i].doc, Set.of(SLUG))
                                            .get(SLUG))
                            .orElseThrow();
        }
        return List.of(slugs);
    }

    /** Distinct, and no more than a boolean query takes. */
    private Set<String> terms(String text) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        int most = IndexSearcher.getMaxClauseCount() / FIELDS.size();
        try (TokenStream stream = analyzer.tokenStream("body", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (terms.size() < most && stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return terms;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        folder.close();
    }
}
