package wiki.errorcodes.search;

import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Wording;

/**
 * What an article says belongs to it: a wording, part of one, or an identifier.
 *
 * @param article whose it is
 * @param wording the wording; empty for an identifier
 * @param isPart whether only a part of the wording is meant
 * @param place the article's place in the library
 */
record Claim(Article article, Optional<Wording> wording, boolean isPart, int place) {

    Evidence evidence() {
        return wording.isPresent() ? Evidence.SIGNATURE : Evidence.CODE;
    }
}
