/** Routes, pages, static files: the only room that sees Javalin and the templates. */
@NullMarked
package wiki.errorcodes.web;

import org.jspecify.annotations.NullMarked;
