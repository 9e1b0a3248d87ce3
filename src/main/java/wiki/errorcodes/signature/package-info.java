/**
 * What an error message looks like: templates with {placeholders}, and their alignment with a
 * pasted text. Knows nothing of articles, files or databases.
 */
@NullMarked
package wiki.errorcodes.signature;

import org.jspecify.annotations.NullMarked;
