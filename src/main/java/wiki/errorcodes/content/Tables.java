package wiki.errorcodes.content;

import com.vladsch.flexmark.ext.tables.internal.TableParagraphPreProcessor;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * flexmark's tables. Its own extension makes what finds them anew for every document, and compiles
 * its pattern, though it holds nothing but our options; here one serves them all.
 */
final class Tables implements Parser.ParserExtension {

    @Override
    public void parserOptions(MutableDataHolder options) {
        // There is nothing to choose.
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.paragraphPreProcessorFactory(new Shared(TableParagraphPreProcessor.Factory()));
    }

    private static final class Shared implements ParagraphPreProcessorFactory {
        private final ParagraphPreProcessorFactory factory;
        private volatile @Nullable ParagraphPreProcessor made;

        Shared(ParagraphPreProcessorFactory factory) {
            this.factory = factory;
        }

        @Override
        public ParagraphPreProcessor apply(ParserState state) {
            ParagraphPreProcessor found = made;
            if (found == null) {
                found = factory.apply(state);
                made = found;
            }
            return found;
        }

        @Override
        public Set<Class<?>> getAfterDependents() {
            return factory.getAfterDependents();
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return factory.getBeforeDependents();
        }

        @Override
        public boolean affectsGlobalScope() {
            return factory.affectsGlobalScope();
        }
    }
}
