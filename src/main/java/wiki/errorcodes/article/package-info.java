/** The domain: articles, collections and the library of all of them. No input or output. */
@NullMarked
package wiki.errorcodes.article;

import org.jspecify.annotations.NullMarked;
