/** One immutable snapshot of library, index and diagnostics, and the one that is current. */
@NullMarked
package wiki.errorcodes.site;

import org.jspecify.annotations.NullMarked;
