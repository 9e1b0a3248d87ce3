package wiki.errorcodes.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.Rule.Severity;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Span;

class LevelsTest {

    private static Levels levels(String text) {
        return Levels.of(new SourceFile(Levels.FILE, text));
    }

    private static Diagnostic breaking(Rule rule) {
        return new Diagnostic("a/b.md", Span.START, rule, "so", "");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void withoutTheFileEveryRuleIsAsBadAsItSays(Rule rule) {
        assertEquals(Optional.of(rule.severity()), Levels.usual().of(rule));
    }

    @Test
    void rulesAreRaisedLoweredAndTurnedOff() {
        Levels levels = levels("rules:\n  faq: error\n  example: info\n  orphan: off\n");
        assertEquals(List.of(), levels.diagnostics());
        assertEquals(
                List.of(
                        breaking(Rule.FAQ).with(Severity.ERROR),
                        breaking(Rule.EXAMPLE).with(Severity.INFO),
                        breaking(Rule.FIXES)),
                levels.applied(
                        List.of(
                                breaking(Rule.FAQ),
                                breaking(Rule.EXAMPLE),
                                breaking(Rule.ORPHAN),
                                breaking(Rule.FIXES))));
        assertEquals(Optional.empty(), levels.of(Rule.ORPHAN));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void rulesWithoutWhichThereIsNoArticleStayErrors(Rule rule) {
        assertEquals(
                rule.isBinding() ? 1 : 0,
                levels("rules:\n  " + rule.id() + ": off\n").diagnostics().size());
        assertEquals(List.of(), levels("rules:\n  " + rule.id() + ": error\n").diagnostics());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`rules:\n  fax: off\n`|check.yaml:2:3: error: no rule \"fax\" [unknown-key]|did you mean \"faq\"?",
                "`rules:\n  faq: wanring\n`|check.yaml:2:8: error: no severity \"wanring\" [bad-value]|did you mean \"warning\"?",
                "`rules:\n  faq: [off]\n`|check.yaml:2:8: error: no severity \"\" [bad-value]|write error, warning, info, off",
                "`rules:\n  yaml: warning\n`|check.yaml:2:9: error: \"yaml\" is always an error [bad-value]|an article that breaks it cannot be served; remove the line",
                "`levels:\n  faq: off\n`|check.yaml:1:1: error: unknown key \"levels\" [unknown-key]|the only key is rules",
                "`rules: off\n`|check.yaml:1:8: error: rules must be a mapping [wrong-type]|``",
                "`rules: {\n`|check.yaml:2:1: error: expected the node content, but found '<stream end>' [yaml]|``",
            })
    void mistakeIsReportedWhereItStands(String text, String problem, String hint) {
        Levels levels = levels(text);
        assertEquals(
                List.of(problem), levels.diagnostics().stream().map(Diagnostic::toString).toList());
        assertEquals(hint, levels.diagnostics().get(0).hint());
        assertEquals(Optional.of(Severity.WARNING), levels.of(Rule.FAQ));
    }
}
