package wiki.errorcodes.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the figures of all suites into the documentation: a table and a chart for each. */
final class Report {

    private static final Path PAGE = Path.of("src/docs/performance.md");
    private static final Path IMAGES = Path.of("src/docs/images");
    private static final String START = "<!-- figures -->\n";
    private static final String END = "<!-- end of figures -->";
    private static final int BAR = 20;
    private static final int WIDTH = 720;
    private static final int LABEL = 330;

    private Report() {}

    static void write() throws IOException {
        StringBuilder text = new StringBuilder(START);
        ObjectMapper json =
                new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (Stream<Path> files = Files.list(Figures.FOLDER)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".json")) {
                    Figures figures = json.readValue(file.toFile(), Figures.class);
                    text.append(table(figures));
                    chart(figures);
                }
            }
        }
        String page = Files.readString(PAGE);
        int from = page.indexOf(START);
        int to = page.indexOf(END);
        Files.writeString(PAGE, page.substring(0, from) + text + page.substring(to));
    }

    private static String table(Figures figures) {
        StringBuilder text =
                new StringBuilder("\n## " + figures.title() + "\n\n")
                        .append("![" + figures.title() + "](images/performance-")
                        .append(figures.suite())
                        .append(".svg)\n\n| what | who | median | lowest | highest | unit |\n")
                        .append("| --- | --- | ---: | ---: | ---: | --- |\n");
        for (Figures.Row row : figures.rows()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %s | %s | %s | %s |%n",
                            row.what(),
                            row.who(),
                            number(row.median()),
                            number(row.runs().stream().min(Double::compare).orElse(0.0)),
                            number(row.runs().stream().max(Double::compare).orElse(0.0)),
                            row.unit()));
        }
        text.append("\n| ratio or size | value | wanted |\n| --- | ---: | ---: |\n");
        for (Figures.Check check : figures.checks()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %s %s |%n",
                            check.what(),
                            number(check.value()),
                            check.atLeast() ? "≥" : "≤",
                            number(check.wanted())));
        }
        text.append("\nMeasured with");
        figures.versions().forEach((name, version) -> text.append(" · " + name + ' ' + version));
        return text.append("\n").toString();
    }

    private static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /** Draws one bar for each row, those of one unit to one scale. */
    private static void chart(Figures figures) throws IOException {
        Map<String, List<Figures.Row>> units = new LinkedHashMap<>();
        figures.rows()
                .forEach(
                        row ->
                                units.computeIfAbsent(row.unit(), any -> new ArrayList<>())
                                        .add(row));
        StringBuilder bars = new StringBuilder();
        int y = 0;
        for (Map.Entry<String, List<Figures.Row>> unit : units.entrySet()) {
            y += BAR + 8;
            bars.append(
                    String.format(
                            "<text x=\"8\" y=\"%d\" font-weight=\"bold\">%s</text>%n",
                            y, escaped(unit.getKey())));
            double largest =
                    unit.getValue().stream().mapToDouble(Figures.Row::median).max().orElse(1);
            for (Figures.Row row : unit.getValue()) {
                double width = row.median() / largest * (WIDTH - LABEL - 90);
                bars.append(
                        String.format(
                                Locale.ROOT,
                                "<text x=\"8\" y=\"%d\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\"/><text x=\"%.1f\" y=\"%d\">%s</text>%n",
                                y + BAR,
                                escaped(row.what() + ", " + row.who()),
                                LABEL,
                                y + BAR - 12,
                                width,
                                row.who().startsWith("wiki") ? "#0f5f66" : "#8a8f98",
                                LABEL + width + 6,
                                y + BAR,
                                number(row.median())));
                y += BAR;
            }
        }
        Files.createDirectories(IMAGES);
        Files.writeString(
                IMAGES.resolve("performance-" + figures.suite() + ".svg"),
                String.format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n%s</svg>%n",
                        WIDTH, y + BAR, bars));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
