/** From the {@code content/} folder to parsed articles: walking, front matter, Markdown to HTML. */
@NullMarked
package wiki.errorcodes.content;

import org.jspecify.annotations.NullMarked;
