package techflow.datasets.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.datasets.SharedData;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyInvoices.Direction;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalKind;

/** The real ledgers of 123 firms with and 302 without an outcome. Skipped where they are absent. */
class RealLedgerTest {
    private static final Pattern FIRM = Pattern.compile(" of (E[0-9]+) ");

    @TempDir
    static Path directory;

    private static Path set = Path.of("");

    @BeforeAll
    static void find() {
        set = SharedData.require("cumcm2020c");
    }

    @Test
    void the_123_firms_with_an_outcome_come_in_whole() throws IOException {
        ImportSummary summary = run("credit", directory.resolve("credit"));
        assertThat(summary.files()).allMatch(LedgerCounts::addsUp);
        assertThat(summary.received().read()).isEqualTo(210_947);
        assertThat(summary.issued().read()).isEqualTo(162_484);
        assertThat(summary.received().duplicates()).isEqualTo(803);
        assertThat(summary.issued().duplicates()).isEqualTo(4_436);
        assertThat(summary.received().rejected() + summary.issued().rejected()).isZero();
        assertThat(summary.firms()).isEqualTo(123);
        assertThat(summary.outcomes()).isEqualTo(123);
        assertThat(summary.bad()).isEqualTo(27);
        assertThat(summary.asOf())
                .hasValueSatisfying(asOf -> assertThat(asOf.date()).isEqualTo("2020-03-02"));
        assertAggregatesAgree(directory.resolve("credit"), "data.csv.gz", 123);
    }

    @Test
    void the_302_firms_without_an_outcome_come_in_whole() throws IOException {
        ImportSummary summary = run("no_credit", directory.resolve("no_credit"));
        assertThat(summary.files()).allMatch(LedgerCounts::addsUp);
        assertThat(summary.received().read()).isEqualTo(395_175);
        assertThat(summary.issued().read()).isEqualTo(330_835);
        assertThat(summary.received().rejected() + summary.issued().rejected()).isZero();
        assertThat(summary.firms()).isEqualTo(302);
        assertThat(summary.outcomes()).isZero();
        assertAggregatesAgree(directory.resolve("no_credit"), "unlabelled_302.csv.gz", 302);
    }

    /**
     * The aggregates that come with the data were made by other hands from the same ledgers, without dropping repeated
     * rows: for each firm none of whose rows was dropped, those that are defined alike must agree.
     */
    private static void assertAggregatesAgree(Path out, String file, int firms) throws IOException {
        Map<String, List<MonthlyInvoices>> signals = signalsByCode(out);
        Set<String> dropped = firmsWithDroppedRows(out);
        Map<String, Map<String, String>> expected = rowsByFirm(set.resolve(file));
        assertThat(expected).hasSize(firms);
        assertThat(dropped).hasSizeLessThan(firms / 5);
        expected.forEach((firm, row) -> {
            if (!dropped.contains(firm)) {
                for (Direction direction : Direction.values()) {
                    List<MonthlyInvoices> months = signals.getOrDefault(firm, List.of()).stream()
                            .filter(one -> one.direction() == direction)
                            .toList();
                    assertAgree(firm, row, direction == Direction.ISSUED ? "out" : "in", months);
                }
            }
        });
    }

    private static void assertAgree(String firm, Map<String, String> row, String side, List<MonthlyInvoices> months) {
        double valid = sum(months, one -> one.count() + one.redCount());
        double all = valid + sum(months, MonthlyInvoices::voidCount);
        double net = sum(months, RealLedgerTest::net);
        double active =
                months.stream().filter(one -> one.count() + one.redCount() > 0).count();
        agree(firm, row, side + "_n", all, within(0.0));
        agree(firm, row, side + "_void_rate", sum(months, MonthlyInvoices::voidCount) / all, within(6e-9));
        agree(firm, row, side + "_neg_rate", sum(months, MonthlyInvoices::redCount) / valid, within(6e-9));
        agree(firm, row, side + "_amt", net, within(0.01));
        agree(firm, row, side + "_months", active, within(0.0));
        agree(firm, row, side + "_avg", net / valid, within(0.01));
        agree(firm, row, side + "_month_mean", net / active, within(0.01));
        for (int year = 2017; year <= 2019; year++) {
            int y = year;
            agree(
                    firm,
                    row,
                    side + "_" + y,
                    sum(months, one -> one.period().getYear() == y ? net(one) : 0),
                    within(0.01));
        }
    }

    private static void agree(
            String firm, Map<String, String> row, String column, double found, Offset<Double> within) {
        String text = row.getOrDefault(column, "");
        if (!text.isEmpty()) {
            assertThat(found).as("%s of %s", column, firm).isCloseTo(Double.parseDouble(text), within);
        }
    }

    private static double net(MonthlyInvoices month) {
        return month.amount().minus(month.redAmount()).yuan();
    }

    private static double sum(List<MonthlyInvoices> months, ToDoubleFunction<MonthlyInvoices> of) {
        return months.stream().mapToDouble(of).sum();
    }

    private static ImportSummary run(String stem, Path out) {
        Path raw = set.resolve("raw");
        return InvoiceImporter.run(
                new InvoiceImport(
                        raw.resolve(stem + "_enterprises.csv.gz"),
                        raw.resolve(stem + "_output_invoices.csv.gz"),
                        raw.resolve(stem + "_input_invoices.csv.gz"),
                        out,
                        InvoiceImport.Options.STANDARD),
                rows -> {});
    }

    private static Map<String, List<MonthlyInvoices>> signalsByCode(Path out) throws IOException {
        Map<String, String> codes = new HashMap<>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(out.resolve("enterprises.csv"))) {
            rows.forEach(row -> codes.put(row.getField("uscc"), row.getField("code")));
        }
        Map<String, List<MonthlyInvoices>> signals = new HashMap<>();
        try (var rows = CsvReader.builder().ofCsvRecord(out.resolve("signals/monthly_invoices.csv"))) {
            rows.stream().skip(1).forEach(row -> {
                Signal signal = ((Decoded.Accepted) SignalDecoder.decode(SignalKind.MONTHLY_INVOICES, row.getFields()))
                        .signal();
                signals.computeIfAbsent(
                                codes.getOrDefault(signal.enterprise().code(), ""), key -> new java.util.ArrayList<>())
                        .add((MonthlyInvoices) signal);
            });
        }
        return signals;
    }

    private static Set<String> firmsWithDroppedRows(Path out) throws IOException {
        Set<String> firms = new HashSet<>();
        for (String line : Files.readAllLines(out.resolve("rejects.csv"))) {
            Matcher matcher = FIRM.matcher(line);
            if (matcher.find()) {
                firms.add(matcher.group(1));
            }
        }
        return firms;
    }

    private static Map<String, Map<String, String>> rowsByFirm(Path file) throws IOException {
        Map<String, Map<String, String>> rows = new HashMap<>();
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file));
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            csv.forEach(row -> rows.put(row.getField("firm"), row.getFieldsAsMap()));
        }
        return rows;
    }
}
