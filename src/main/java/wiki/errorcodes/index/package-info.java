/** The SQLite file: its schema, and building it from parsed content. Disposable at any time. */
@NullMarked
package wiki.errorcodes.index;

import org.jspecify.annotations.NullMarked;
