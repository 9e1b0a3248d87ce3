package wiki.errorcodes.check;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.content.CodeBlock;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;

/**
 * Parses the code that articles offer for pasting, in the languages for which a parser is at hand:
 * JSON, YAML, JavaScript, nginx. Placeholders stand for their example values.
 */
final class CodeCheck {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final Acorn JAVASCRIPT = new Acorn();

    private final Article article;
    private final SourceFile file;
    private final Filling examples;

    /**
     * What is wrong in a piece of code.
     *
     * @param line counted from 0
     * @param column counted from 0
     */
    private record Fault(int line, int column, String message) {}

    CodeCheck(Article article, SourceFile file) {
        this.article = article;
        this.file = file;
        this.examples = new Filling(Map.of(), article);
    }

    List<Diagnostic> run() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (CodeBlock block : CodeBlock.of(file)) {
            String code =
                    examples.text(
                            block.lines().stream()
                                    .map(CodeBlock.Line::text)
                                    .collect(Collectors.joining("\n")));
            fault(block.language(), code).ifPresent(fault -> diagnostics.add(at(block, fault)));
        }
        return diagnostics;
    }

    private Diagnostic at(CodeBlock block, Fault fault) {
        int line = Math.max(0, Math.min(fault.line(), block.lines().size() - 1));
        CodeBlock.Line where = block.lines().get(line);
        int column = Math.max(0, Math.min(fault.column(), where.text().length()));
        return new Diagnostic(
                article.path(),
                file.span(where.offset() + column, where.offset() + where.text().length()),
                Rule.CODE,
                "this " + block.language() + " does not parse: " + fault.message(),
                "readers paste it as it stands; correct it, or call the fence text");
    }

    private static Optional<Fault> fault(String language, String code) {
        if (code.isBlank()) {
            return Optional.empty();
        }
        return switch (language) {
            case "json" -> json(code);
            case "yaml", "yml" -> yaml(code);
            case "js", "javascript", "mjs" -> javaScript(code);
            case "nginx" -> nginx(code);
            default -> Optional.empty();
        };
    }

    private static Optional<Fault> json(String code) {
        try {
            JSON.readTree(code);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            return Optional.of(
                    new Fault(
                            at == null ? 0 : at.getLineNr() - 1,
                            at == null ? 0 : at.getColumnNr() - 1,
                            firstLine(e.getOriginalMessage())));
        }
    }

    private static Optional<Fault> yaml(String code) {
        try {
            new Parse(LoadSettings.builder().build()).parseString(code).forEach(event -> {});
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> at = e.getProblemMark();
            return Optional.of(
                    new Fault(
                            at.map(Mark::getLine).orElse(0),
                            at.map(Mark::getColumn).orElse(0),
                            firstLine(String.valueOf(e.getProblem()))));
        }
    }

    private static Optional<Fault> javaScript(String code) {
        return JAVASCRIPT
                .firstFault(code)
                .map(fault -> new Fault(fault.line(), fault.column(), fault.message()));
    }

    /**
     * nginx reads words, quoted or not, up to a semicolon or a brace, {@code ngx_conf_file.c}:
     * braces must close, and no directive may end without one of them.
     */
    private static Optional<Fault> nginx(String code) {
        int depth = 0;
        boolean open = false;
        int line = 0;
        int lineStart = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            } else if (c == '#') {
                int end = code.indexOf('\n', i);
                i = end < 0 ? code.length() : end - 1;
            } else if (c == '"' || c == '\'') {
                int end = quoteEnd(code, i);
                if (end < 0) {
                    return Optional.of(
                            new Fault(line, i - lineStart, "this quote is never closed"));
                }
                line += (int) code.substring(i, end).chars().filter(each -> each == '\n').count();
                i = end;
                open = true;
            } else if (c == '$' && i + 1 < code.length() && code.charAt(i + 1) == '{') {
                int end = code.indexOf('}', i);
                if (end < 0) {
                    return Optional.of(
                            new Fault(line, i - lineStart, "this brace is never closed"));
                }
                i = end;
            } else if (c == ';' || c == '{') {
                depth += c == '{' ? 1 : 0;
                open = false;
            } else if (c == '}') {
                if (open) {
                    return Optional.of(
                            new Fault(
                                    line, i - lineStart, "a directive before it has no semicolon"));
                }
                if (--depth < 0) {
                    return Optional.of(new Fault(line, i - lineStart, "this brace closes nothing"));
                }
            } else if (!Character.isWhitespace(c)) {
                open = true;
            }
        }
        if (depth > 0 || open) {
            return Optional.of(
                    new Fault(
                            line,
                            0,
                            depth > 0
                                    ? "a brace is never closed"
                                    : "the last directive has no semicolon"));
        }
        return Optional.empty();
    }

    private static int quoteEnd(String code, int open) {
        for (int i = open + 1; i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.charAt(i) == code.charAt(open)) {
                return i;
            }
        }
        return -1;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.strip();
    }
}
