package techflow.features.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.testing.ExampleRows;
import techflow.testing.SignalSamples;

/** A CSV file of one kind that a test writes row by row. */
final class SignalCsv {
    private final SignalKind kind;
    private final List<String> lines = new ArrayList<>();

    SignalCsv(SignalKind kind) {
        this.kind = kind;
        lines.add(String.join(",", SignalFormat.of(kind).header()));
    }

    /** Registration data of the sample firms 0 to {@code firms - 1}. */
    static SignalCsv profiles(int firms) {
        SignalCsv csv = new SignalCsv(SignalKind.ENTERPRISE_PROFILE);
        for (int firm = 0; firm < firms; firm++) {
            csv.row(firm, YearMonth.of(2020, 1), Map.of());
        }
        return csv;
    }

    /** Monthly tax of the sample firms, firm by firm. */
    static SignalCsv taxes(int firms, int months) {
        SignalCsv csv = new SignalCsv(SignalKind.MONTHLY_TAX);
        for (int firm = 0; firm < firms; firm++) {
            for (int month = 0; month < months; month++) {
                csv.tax(firm, month, Map.of());
            }
        }
        return csv;
    }

    SignalCsv tax(int firm, int month, Map<String, String> own) {
        YearMonth period = YearMonth.of(2020, 1).plusMonths(month);
        Map<String, String> cells = new java.util.HashMap<>(own);
        cells.putIfAbsent("period", period.toString());
        return row(firm, period, cells);
    }

    SignalCsv row(int firm, YearMonth month, Map<String, String> own) {
        List<String> cells = ExampleRows.cells(kind, SignalSamples.firm(firm), month, own);
        List<String> header = SignalFormat.of(kind).header();
        own.forEach((column, value) -> {
            if (header.contains(column)) {
                cells.set(header.indexOf(column), value);
            }
        });
        return line(String.join(",", cells));
    }

    SignalCsv line(String line) {
        lines.add(line);
        return this;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    Path write(Path file) throws IOException {
        return write(file, StandardCharsets.UTF_8);
    }

    Path write(Path file, Charset charset) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream bytes = Files.newOutputStream(file);
                OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
            packed.write(text().getBytes(charset));
        }
        return file;
    }
}
