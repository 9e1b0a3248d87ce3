/**
 * Text files, places in them and what may be wrong there. Knows nothing of articles; every other
 * package may lean on this one.
 */
@NullMarked
package wiki.errorcodes.source;

import org.jspecify.annotations.NullMarked;
