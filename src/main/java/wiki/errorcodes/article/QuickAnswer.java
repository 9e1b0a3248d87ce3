package wiki.errorcodes.article;

/**
 * The question a stuck developer would ask, and its answer in a few lines.
 *
 * @param question plain text
 * @param answerHtml sanitised, with <code>{{name}}</code> marks where values go
 * @param answerText the same without markup
 */
public record QuickAnswer(String question, String answerHtml, String answerText) {}
