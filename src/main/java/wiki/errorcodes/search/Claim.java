package wiki.errorcodes.search;

import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Wording;

/**
 * What an article says belongs to it: a wording, or an identifier.
 *
 * @param article whose it is
 * @param wording the wording; empty for an identifier
 */
record Claim(Article article, Optional<Wording> wording) {

    Evidence evidence() {
        return wording.isPresent() ? Evidence.SIGNATURE : Evidence.CODE;
    }
}
