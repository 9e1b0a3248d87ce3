/** Rules across articles: relations, links, identifiers and wordings that must fit together. */
@NullMarked
package wiki.errorcodes.check;

import org.jspecify.annotations.NullMarked;
