package techflow.datasets.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalKind;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

class InvoiceImporterTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String E1 = PlaceholderCodes.of("E1").code();
    private static final String E2 = PlaceholderCodes.of("E2").code();

    @TempDir
    Path directory;

    static Stream<Map.Entry<Charset, Boolean>> forms() {
        return Stream.of(GBK, Charset.forName("GB18030"), StandardCharsets.UTF_8)
                .flatMap(charset -> Stream.of(Map.entry(charset, false), Map.entry(charset, true)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_signals_are_right_by_hand_in_every_encoding_plain_or_gzipped(Map.Entry<Charset, Boolean> form)
            throws IOException {
        ImportSummary summary = run(form.getKey(), form.getValue());
        assertThat(lines("signals/monthly_invoices.csv"))
                .containsExactly(
                        "uscc,occurred_at,known_at,source,period,direction,count,amount,tax,void_count,red_count,"
                                + "red_amount,counterparties,top_counterparty_amount,top_five_amount,circular_amount",
                        E1 + ",2017-07-31,2017-07-31T16:00:00Z,INVOICE_LEDGER,2017-07,ISSUED,3,1500.50,255.09,1,1,"
                                + "100.00,2,1200.00,1500.50,",
                        E1 + ",2017-08-31,2017-08-31T16:00:00Z,INVOICE_LEDGER,2017-08,ISSUED,1,100.00,17.00,0,0,"
                                + "0.00,1,100.00,100.00,",
                        E1 + ",2018-01-31,2018-01-31T16:00:00Z,INVOICE_LEDGER,2018-01,ISSUED,1,10.00,0.30,0,0,"
                                + "0.00,1,10.00,10.00,",
                        E1 + ",2019-04-30,2019-04-30T16:00:00Z,INVOICE_LEDGER,2019-04,RECEIVED,2,400.00,52.00,0,0,"
                                + "0.00,2,300.00,400.00,",
                        E2 + ",2017-12-31,2017-12-31T16:00:00Z,INVOICE_LEDGER,2017-12,ISSUED,0,0.00,0.00,1,0,"
                                + "0.00,0,0.00,0.00,",
                        E2 + ",2019-05-31,2019-05-31T16:00:00Z,INVOICE_LEDGER,2019-05,RECEIVED,1,200.00,26.00,0,0,"
                                + "0.00,1,200.00,200.00,");
        assertThat(summary.signals()).isEqualTo(6);
        assertThat(summary.asOf()).hasValueSatisfying(asOf -> assertThat(asOf).hasToString("2019-06-01T16:00:00Z"));
        assertThat(summary.issued().encoding())
                .isEqualTo(form.getKey().equals(StandardCharsets.UTF_8) ? "UTF-8" : "GB18030");
    }

    @Test
    void every_row_read_is_accepted_rejected_a_duplicate_or_a_conflict() throws IOException {
        ImportSummary summary = run(GBK, false);
        assertThat(summary.files()).allMatch(LedgerCounts::addsUp);
        assertThat(summary.issued()).isEqualTo(new LedgerCounts("issued.csv", "GB18030", 15, 8, 5, 1, 1, 2, 1, 2));
        assertThat(summary.received()).isEqualTo(new LedgerCounts("received.csv", "GB18030", 3, 3, 0, 0, 0, 0, 0, 0));
        assertThat(summary.enterprises())
                .isEqualTo(new LedgerCounts("enterprises.csv", "GB18030", 4, 3, 1, 0, 0, 0, 0, 1));
        assertThat(lines("rejects.csv")).hasSize(1 + 1 + 7);
        assertThat(lines("warnings.csv")).hasSize(1 + 1 + 2);
    }

    @Test
    void every_row_that_is_not_taken_is_told_with_line_and_reason() throws IOException {
        run(StandardCharsets.UTF_8, false);
        List<String> rejects = lines("rejects.csv");
        assertThat(rejects.get(0)).isEqualTo("file,line,kind,reason");
        assertThat(rejects.get(1)).startsWith("enterprises.csv,5,REJECTED,").contains("企业代号: must be given once");
        assertThat(rejects.get(2)).startsWith("issued.csv,7,DUPLICATE,").contains("invoice 100 of E1 is equal");
        assertThat(rejects.get(3)).startsWith("issued.csv,9,CONFLICT,").contains("invoice 101 of E1");
        assertThat(rejects.get(4)).startsWith("issued.csv,10,REJECTED,").contains("企业代号: must be in the file", "E9");
        assertThat(rejects.get(5))
                .startsWith("issued.csv,11,REJECTED,")
                .contains("开票日期: must be a day", "2017/2/30", "金额: must be an amount in yuan", "1,000.0");
        assertThat(rejects.get(6)).startsWith("issued.csv,13,REJECTED,").contains("4 cells");
        assertThat(rejects.get(7)).startsWith("issued.csv,14,REJECTED,").contains("发票状态", "红冲");
        assertThat(rejects.get(8)).startsWith("issued.csv,16,REJECTED,").contains("税额: must not be negative");
        assertThat(lines("warnings.csv").subList(1, 4))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("enterprises.csv,4,OUTCOME_UNKNOWN,")
                                .contains("未知"),
                        line -> assertThat(line).startsWith("issued.csv,8,NUMBER_REUSED,"),
                        line -> assertThat(line)
                                .startsWith("issued.csv,12,TOTAL_DIFFERS,")
                                .contains("120.00"));
    }

    @Test
    void outcomes_and_ratings_stand_apart_from_the_signals() throws IOException {
        ImportSummary summary = run(GBK, false);
        assertThat(summary.firms()).isEqualTo(3);
        assertThat(summary.outcomes()).isEqualTo(2);
        assertThat(summary.bad()).isEqualTo(1);
        assertThat(lines("outcomes.csv"))
                .containsExactly("uscc,as_of,bad", E1 + ",2019-06-01T16:00:00Z,0", E2 + ",2019-06-01T16:00:00Z,1");
        assertThat(lines("bank_rating.csv"))
                .contains("uscc,bank_rating_for_comparison_only", E2 + ",D")
                .hasSize(4);
        assertThat(lines("enterprises.csv")).contains("E2," + E2 + ",乙***贸易有限公司");
        assertThat(String.join("\n", lines("signals/monthly_invoices.csv"))).doesNotContain(",A,", ",D,", "否", "是");
    }

    @Test
    void firms_without_outcome_columns_leave_no_outcomes_not_even_old_ones() throws IOException {
        run(GBK, false);
        new MadeUpLedger(directory).write("enterprises.csv", "企业名称,企业代号\n甲,E1\n", GBK, false);
        ImportSummary summary = InvoiceImporter.run(new MadeUpLedger(directory).into(out()), rows -> {});
        assertThat(summary.outcomes()).isZero();
        assertThat(out().resolve("outcomes.csv")).doesNotExist();
        assertThat(out().resolve("bank_rating.csv")).doesNotExist();
    }

    @Test
    void what_is_written_is_read_back_by_the_one_decoder() throws IOException {
        run(GBK, false);
        for (String line : lines("signals/monthly_invoices.csv").subList(1, 7)) {
            assertThat(SignalDecoder.decode(SignalKind.MONTHLY_INVOICES, List.of(line.split(",", -1))))
                    .isInstanceOf(SignalDecoder.Decoded.Accepted.class);
        }
    }

    @Test
    void the_order_of_the_rows_does_not_matter_to_the_signals() throws IOException {
        run(GBK, false);
        List<String> before = lines("signals/monthly_invoices.csv");
        List<String> rows = new ArrayList<>(MadeUpLedger.ISSUED.lines().toList());
        // the conflicting and the duplicate row stay behind the rows they repeat
        rows.add(rows.remove(1 + 6));
        rows.add(rows.remove(4));
        rows.add(1, rows.remove(3));
        new MadeUpLedger(directory).write("issued.csv", String.join("\n", rows), GBK, false);
        InvoiceImporter.run(new MadeUpLedger(directory).into(out()), count -> {});
        assertThat(lines("signals/monthly_invoices.csv")).isEqualTo(before);
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_no_hindrance() throws IOException {
        run(StandardCharsets.UTF_8, false);
        List<String> before = lines("signals/monthly_invoices.csv");
        new MadeUpLedger(directory)
                .write(
                        "issued.csv",
                        '\uFEFF' + MadeUpLedger.ISSUED.replace("\n", "\r\n"),
                        StandardCharsets.UTF_8,
                        false);
        InvoiceImporter.run(new MadeUpLedger(directory).into(out()), count -> {});
        assertThat(lines("signals/monthly_invoices.csv")).isEqualTo(before);
    }

    @Test
    void bytes_that_do_not_decode_reject_the_row_and_are_not_guessed() throws IOException {
        run(StandardCharsets.UTF_8, false);
        byte[] head = MadeUpLedger.ISSUED.getBytes(StandardCharsets.UTF_8);
        byte[] filler = "E1,1,2017/7/18,B1,1.0,0.1,1.1,有效发票\n".repeat(3_000).getBytes(StandardCharsets.UTF_8);
        byte[] broken = "E1,7,2017/7/18,B\u00ff,1.0,0.1,1.1,".getBytes(StandardCharsets.ISO_8859_1);
        byte[] tail = "有效发票\n".getBytes(StandardCharsets.UTF_8);
        Files.write(directory.resolve("issued.csv"), concat(head, filler, broken, tail));
        ImportSummary summary = InvoiceImporter.run(new MadeUpLedger(directory).into(out()), count -> {});
        assertThat(summary.issued().encoding()).isEqualTo("UTF-8");
        assertThat(lines("rejects.csv"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("issued.csv,3017,REJECTED")
                        .contains("购方单位代号: must not be empty and must be readable"));
    }

    @Test
    void a_file_that_is_not_the_ledger_is_refused_with_every_missing_column() throws IOException {
        MadeUpLedger.write(directory, GBK, false);
        InvoiceImport swapped = new InvoiceImport(
                directory.resolve("enterprises.csv"),
                directory.resolve("enterprises.csv"),
                directory.resolve("received.csv"),
                out(),
                InvoiceImport.Options.STANDARD);
        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> InvoiceImporter.run(swapped, rows -> {}));
        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_MALFORMED);
        assertThat(fault.violations())
                .extracting(Violation::field)
                .containsExactly("发票号码", "开票日期", "购方单位代号", "金额", "税额", "价税合计", "发票状态");
        assertThat(fault).hasMessageContaining("its header is 企业代号,企业名称");
    }

    @Test
    void an_absent_an_empty_and_a_cut_off_file_are_refused() throws IOException {
        MadeUpLedger ledger = MadeUpLedger.write(directory, GBK, true);
        byte[] whole = Files.readAllBytes(directory.resolve("issued.csv"));
        Files.write(directory.resolve("issued.csv"), java.util.Arrays.copyOf(whole, whole.length - 20));
        assertThat(catchThrowableOfType(PlatformFault.class, () -> InvoiceImporter.run(ledger.into(out()), rows -> {}))
                        .code())
                .isEqualTo(ProblemCode.STORE_UNAVAILABLE);
        ledger.write("issued.csv", "", GBK, false);
        assertThat(catchThrowableOfType(RecordFault.class, () -> InvoiceImporter.run(ledger.into(out()), rows -> {}))
                        .violations())
                .hasSize(8);
        Files.delete(directory.resolve("issued.csv"));
        assertThat(catchThrowableOfType(RecordFault.class, () -> InvoiceImporter.run(ledger.into(out()), rows -> {})))
                .hasMessageContaining("There is no file");
    }

    @Test
    void an_open_quote_is_refused_and_does_not_swallow_rows() throws IOException {
        MadeUpLedger ledger = MadeUpLedger.write(directory, GBK, false);
        ledger.write("issued.csv", MadeUpLedger.ISSUED.replace("E1,104", "\"E1,104"), GBK, false);
        RecordFault fault =
                catchThrowableOfType(RecordFault.class, () -> InvoiceImporter.run(ledger.into(out()), rows -> {}));
        assertThat(fault).isNotNull().hasMessageContaining("issued.csv is not CSV");
    }

    @Test
    void progress_tells_all_rows_at_the_end() throws IOException {
        List<Long> told = new ArrayList<>();
        InvoiceImporter.run(MadeUpLedger.write(directory, GBK, false).into(out()), told::add);
        assertThat(told).containsExactly(18L);
    }

    private ImportSummary run(Charset charset, boolean gzip) throws IOException {
        return InvoiceImporter.run(MadeUpLedger.write(directory, charset, gzip).into(out()), rows -> {});
    }

    private Path out() {
        return directory.resolve("out");
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(out().resolve(name));
    }

    private static byte[] concat(byte[]... parts) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return bytes.toByteArray();
    }
}
