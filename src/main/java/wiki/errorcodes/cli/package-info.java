/** The command line, the wiring, and printing for people. */
@NullMarked
package wiki.errorcodes.cli;

import org.jspecify.annotations.NullMarked;
