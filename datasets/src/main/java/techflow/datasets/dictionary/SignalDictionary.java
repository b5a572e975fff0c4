package techflow.datasets.dictionary;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import techflow.features.signal.Column;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.RowRule;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;

/** The part of the signals. */
final class SignalDictionary {
    private static final List<String> HEADER_EXAMPLE =
            List.of(EnterpriseId.placeholder("M0000001").code(), "2026-09-30", "2026-10-20T01:00:00Z", "EXAMPLE");

    private SignalDictionary() {}

    static String markdown() {
        StringBuilder text = new StringBuilder("""
                # Signals · 信号

                One CSV file for each kind, named as below: UTF-8, comma, a header line. Dates are 2026-10-31, months
                2026-10, instants 2026-10-20T01:00:00Z, money is yuan with at most two decimals. An empty cell is missing,
                never zero. A row that breaks a rule is refused with every broken rule, the other rows are taken.

                Every file begins with these columns:

                """);
        MarkdownTable common = new MarkdownTable("column", "type", "required", "what it is", "example");
        common.row(
                "uscc", "text", "yes", "unified social credit code (统一社会信用代码), GB 32100-2015", HEADER_EXAMPLE.get(0));
        common.row(
                "occurred_at",
                "date",
                "yes",
                "the day it happened, or the last day of the period it sums up, in China",
                HEADER_EXAMPLE.get(1));
        common.row(
                "known_at",
                "instant",
                "yes",
                "from when a lender could have known it: publication, not fetching; never before occurred_at",
                HEADER_EXAMPLE.get(2));
        common.row("source", "text", "yes", "the system that supplied it", HEADER_EXAMPLE.get(3));
        text.append(common.text());
        for (SignalKind kind : SignalKind.values()) {
            text.append(section(kind));
        }
        return text.toString();
    }

    /** File name to text: the header line and one example row for each kind. */
    static Map<String, String> templates() {
        Map<String, String> templates = new LinkedHashMap<>();
        for (SignalKind kind : SignalKind.values()) {
            templates.put(fileName(kind), template(kind));
        }
        return templates;
    }

    private static String section(SignalKind kind) {
        MarkdownTable table = new MarkdownTable("column", "type", "required", "what it is", "example");
        for (Column<?> column : SignalFormat.of(kind).columns()) {
            table.row(
                    column.name(),
                    column.type(),
                    column.required() ? "yes" : "no",
                    column.description(),
                    column.example());
        }
        return "\n## " + fileName(kind) + " · " + kind.chineseName() + "\n\n" + table.text() + rules(kind);
    }

    /** What holds between the cells of a row, beside the type of each. */
    private static String rules(SignalKind kind) {
        StringBuilder text = new StringBuilder();
        for (RowRule rule : SignalFormat.of(kind).rules()) {
            text.append(text.isEmpty() ? "\n" : "")
                    .append("- `")
                    .append(rule.field())
                    .append("` ");
            text.append(rule.rule()).append('\n');
        }
        return text.toString();
    }

    private static String template(SignalKind kind) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        csv.writeRecord(SignalFormat.of(kind).header());
        csv.writeRecord(example(kind));
        return text.toString();
    }

    static List<String> example(SignalKind kind) {
        List<String> cells = new ArrayList<>(HEADER_EXAMPLE);
        SignalFormat.of(kind).columns().forEach(column -> cells.add(column.example()));
        return cells;
    }

    private static String fileName(SignalKind kind) {
        return kind.fileStem() + ".csv";
    }
}
