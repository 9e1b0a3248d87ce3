package wiki.errorcodes.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import wiki.errorcodes.source.SourceFile;

class NodeHtmlTest {

    private static String html(String markdown) {
        return Markdown.html(
                Markdown.parse(new SourceFile("cors/a.md", markdown), 0).getChildren());
    }

    @Test
    void runningTextIsEscaped() {
        assertEquals(
                "<p>a &lt; b &amp; \u00A9 &quot;c&quot; 'd' *e*</p>",
                html("a < b & &copy; \"c\" 'd' \\*e\\*"));
    }

    @Test
    void phrasesHaveTheirTags() {
        assertEquals(
                "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d &lt; e</code><br />\nf\ng</p>",
                html("*a* **b** ~~c~~ ` d  < e `  \nf\n   g"));
    }

    @Test
    void itemsOfATightListAreNoParagraphs() {
        assertEquals(
                "<ul>\n<li>a\n<ol start=\"3\">\n<li>b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>",
                html("- a\n  3. b\n- c"));
    }

    @Test
    void itemsOfALooseListAreParagraphs() {
        assertEquals(
                "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>", html("- a\n\n- b"));
    }

    @Test
    void codeKeepsItsSpaces() {
        assertEquals(
                "<pre tabindex=\"0\"><code class=\"language-js\">  a\n\n\n  b &lt; c\n</code></pre>",
                html("```js\n  a\n\n\n  b < c\n```"));
        assertEquals("<pre><code>  a\n\n\nb\n</code></pre>", html("      a\n\n\n    b\n\n"));
    }

    @Test
    void tableCanBeScrolled() {
        assertEquals(
                "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead>\n<tr><th align=\"center\">a</th></tr>\n</thead>\n"
                        + "<tbody>\n<tr><td align=\"center\">b</td></tr>\n</tbody>\n</table>\n</div>",
                html("| a |\n|:-:|\n| b |"));
    }

    @Test
    void quoteWithAMarkIsAnAlert() {
        assertEquals("<blockquote>\n<p>a</p>\n</blockquote>", html("> a"));
        assertEquals(
                "<div class=\"alert alert-note\" role=\"note\"><p class=\"alert-title\">Note</p>\n<p>a</p>\n</div>",
                html("> [!NOTE]\n> a"));
    }

    @Test
    void rawHtmlIsShown() {
        assertEquals(
                "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;div&gt;\nd\n&lt;/div&gt;</p>",
                html("a <b>c</b>\n\n<div>\n  d\n</div>"));
    }

    @Test
    void linkThatMayNotBeFollowedIsItsText() {
        assertEquals(
                "<p>a b c <a href=\"https://d.org/?e&amp;f\" rel=\"noopener\" class=\"external\">d</a></p>",
                html(
                        "[a](javascript:x) [b](//evil.example) [c][js] [d](https://d.org/?e&f)\n\n[js]: javascript:x"));
        assertEquals("<p>[a] [<em>b</em>][c]</p>", html("[a] [*b*][c]"));
    }
}
