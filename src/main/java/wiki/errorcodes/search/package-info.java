/** Turns a pasted error message into articles. Depends on {@code index}; knows nothing of HTTP. */
@NullMarked
package wiki.errorcodes.search;

import org.jspecify.annotations.NullMarked;
