package techflow.features.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.ingest.FileReport.Result;
import techflow.features.signal.SignalKind;
import techflow.features.store.postgres.LoadCounts;
import techflow.features.store.postgres.LoadEntry;
import techflow.features.store.postgres.LoadLedger;
import techflow.features.store.postgres.LoadStatus;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

class IngestionTest {
    private static final IngestOptions OPTIONS = IngestOptions.by("test");

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final Tables tables = new Tables(database);
    private final LoadLedger ledger = new LoadLedger(database.dataSource());

    @Test
    void the_same_bytes_are_loaded_once_whatever_the_name() throws IOException {
        Path file = SignalCsv.profiles(50).write(folder.resolve("enterprise_profile.csv"));
        assertThat(ingest(file, OPTIONS).counts()).isEqualTo(new LoadCounts(50, 50, 0, 0, 0));
        String signals = tables.signals();
        String loads = tables.loads();

        Path renamed = Files.copy(file, folder.resolve("enterprise_profile-copy.csv"));
        FileReport again = ingest(renamed, OPTIONS);

        assertThat(again.result()).isEqualTo(Result.ALREADY_LOADED);
        assertThat(again.load().file().name()).isEqualTo("enterprise_profile.csv");
        assertThat(tables.signals()).isEqualTo(signals);
        assertThat(tables.loads()).isEqualTo(loads);

        assertThat(ingest(file, OPTIONS.again(true)).counts()).isEqualTo(new LoadCounts(50, 0, 50, 0, 0));
        assertThat(tables.signals()).isEqualTo(signals);
        assertThat(ledger.latest(10)).extracting(LoadEntry::status).containsOnly(LoadStatus.DONE);
    }

    @Test
    void a_broken_row_goes_into_the_rejects_with_line_rule_value_and_text_and_the_others_are_stored()
            throws IOException {
        SignalCsv csv = SignalCsv.taxes(2, 3);
        String good = csv.text().lines().toList().get(1);
        csv.line(good.replaceFirst("^(.{17}).", "$1?"));
        csv.tax(3, 1, Map.of("period", "2020-13"));
        csv.tax(3, 2, Map.of("paid", "-5"));
        csv.line(good.substring(0, good.lastIndexOf(',')));
        Path file = csv.write(folder.resolve("monthly_tax.csv.gz"));

        FileReport report = ingest(file, OPTIONS);

        assertThat(report.counts()).isEqualTo(new LoadCounts(10, 6, 0, 0, 4));
        assertThat(report.isClean()).isFalse();
        assertThat(report.rejects()).contains(folder.resolve("monthly_tax.rejects.csv"));
        List<String> rejects = Files.readAllLines(folder.resolve("monthly_tax.rejects.csv"));
        assertThat(rejects.getFirst()).isEqualTo("line,outcome,field,rule,found,advice,row");
        assertThat(rejects.get(1)).startsWith("8,rejected,uscc,").contains("GB 32100-2015");
        assertThat(rejects.get(2)).startsWith("9,rejected,period,").contains("2020-13", "EXAMPLE");
        assertThat(rejects.get(3)).startsWith("10,rejected,paid,").contains(",-5,");
        assertThat(rejects.get(4)).startsWith("11,rejected,row,must have");
        assertThat(tables.ask("select sum(rejected) || ' ' || sum(rows_read) from signal_load"))
                .isEqualTo("4 10");
    }

    @Test
    void a_contradiction_is_listed_with_both_values_and_the_first_row_stays_whatever_the_chunks() throws IOException {
        for (int chunk : new int[] {1, 2, 3, 1_000}) {
            TestDatabase own = TestDatabase.fresh();
            SignalCsv.taxes(1, 2).write(folder.resolve("first/monthly_tax.csv"));
            Path second = SignalCsv.taxes(1, 1) // there already
                    .tax(0, 1, Map.of("paid", "1.00")) // contradicts what is stored
                    .tax(0, 1, Map.of("paid", "1.00")) // and again
                    .tax(0, 2, Map.of()) // new
                    .tax(0, 2, Map.of()) // twice
                    .tax(0, 2, Map.of("paid", "2.00")) // contradicts the row two before
                    .write(folder.resolve("second/monthly_tax.csv"));
            Ingestion ingestion = Ingestion.into(own.dataSource(), OPTIONS.chunksOf(chunk));
            ingestion.ingest(InputFile.examine(folder.resolve("first/monthly_tax.csv"), Optional.empty()), rows -> {});

            FileReport report = ingestion.ingest(InputFile.examine(second, Optional.empty()), rows -> {});

            assertThat(report.counts()).as("chunks of %d", chunk).isEqualTo(new LoadCounts(6, 1, 2, 3, 0));
            assertThat(Files.readAllLines(folder.resolve("second/monthly_tax.rejects.csv")))
                    .filteredOn(line -> line.contains(",conflict,paid,"))
                    .extracting(line -> line.substring(0, 1))
                    .containsExactly("3", "4", "7");
            assertThat(new Tables(own)
                            .ask("select count(*) from signal where '1.00' = any (cells) or '2.00' = any (cells)"))
                    .isEqualTo("0");
        }
    }

    @Test
    void rows_that_turn_out_to_be_known_after_chunks_of_new_ones_are_counted_once() throws IOException {
        Path known = SignalCsv.taxes(10, 4).write(folder.resolve("known/monthly_tax.csv"));
        Path all = SignalCsv.taxes(20, 4).write(folder.resolve("all/monthly_tax.csv"));
        List<String> lines = Files.readAllLines(all);
        // New firms, known ones, new ones: chunks begin within each part.
        List<String> mixed = new ArrayList<>(List.of(lines.getFirst()));
        mixed.addAll(lines.subList(61, 81));
        mixed.addAll(lines.subList(1, 61));
        Path file = Files.write(folder.resolve("mixed_monthly_tax.csv"), mixed);
        for (int chunk : new int[] {1, 3, 7, 20, 1_000}) {
            TestDatabase own = TestDatabase.fresh();
            Ingestion ingestion = Ingestion.into(own.dataSource(), OPTIONS.chunksOf(chunk));
            ingestion.ingest(InputFile.examine(known, Optional.of(SignalKind.MONTHLY_TAX)), rows -> {});

            FileReport report =
                    ingestion.ingest(InputFile.examine(file, Optional.of(SignalKind.MONTHLY_TAX)), rows -> {});

            assertThat(report.counts()).as("chunks of %d", chunk).isEqualTo(new LoadCounts(80, 40, 40, 0, 0));
            assertThat(new Tables(own).ask("select count(*) from signal")).isEqualTo("80");
        }
    }

    @Test
    void a_restatement_is_a_row_of_its_own() throws IOException {
        Path file = SignalCsv.taxes(1, 1)
                .tax(0, 0, Map.of("paid", "1.00", "known_at", "2021-01-01T00:00:00Z"))
                .write(folder.resolve("monthly_tax.csv"));

        assertThat(ingest(file, OPTIONS).counts()).isEqualTo(new LoadCounts(2, 2, 0, 0, 0));
    }

    @Test
    void what_is_unknown_is_warned_of_with_its_first_line_and_the_rows_are_stored() throws IOException {
        ingest(SignalCsv.profiles(1).write(folder.resolve("enterprise_profile.csv")), OPTIONS);
        YearMonth month = YearMonth.of(2023, 5);
        ingest(
                new SignalCsv(SignalKind.PATENT)
                        .row(0, month, Map.of("application_no", "CN1"))
                        .write(folder.resolve("patent.csv")),
                OPTIONS);
        Path events = new SignalCsv(SignalKind.PATENT_EVENT)
                .row(0, month, Map.of("application_no", "CN1"))
                .row(0, month, Map.of("application_no", "CN2"))
                .row(7, month, Map.of("application_no", "CN1"))
                .write(folder.resolve("patent_event.csv"));

        FileReport dry = ingest(events, OPTIONS.rehearsed(true));
        FileReport report = ingest(events, OPTIONS);

        assertThat(report.counts()).isEqualTo(new LoadCounts(3, 3, 0, 0, 0));
        assertThat(report.warnings()).isEqualTo(3).isEqualTo(dry.warnings());
        assertThat(report.isClean()).isTrue();
        assertThat(Files.readAllLines(folder.resolve("patent_event.rejects.csv")))
                .hasSize(4)
                .satisfies(lines -> assertThat(lines.get(1))
                        .startsWith("3,warning,application_no,")
                        .contains("CN2"))
                .satisfies(lines -> assertThat(lines.get(2))
                        .startsWith("4,warning,uscc,")
                        .contains(SignalSamples.firm(7).code()))
                .satisfies(lines -> assertThat(lines.get(3)).startsWith("4,warning,application_no,"));
        assertThat(tables.ask("select warnings from signal_load where kind = 'PATENT_EVENT'"))
                .isEqualTo("3");
    }

    @Test
    void a_strict_load_stores_nothing_for_one_reject_one_conflict_or_one_unknown_firm() throws IOException {
        ingest(SignalCsv.profiles(20).write(folder.resolve("enterprise_profile.csv")), OPTIONS);
        ingest(SignalCsv.taxes(1, 1).write(folder.resolve("before/monthly_tax.csv")), OPTIONS);
        String before = tables.signals();
        IngestOptions strict = OPTIONS.strictly(true).chunksOf(10);
        List<SignalCsv> refused = List.of(
                SignalCsv.taxes(20, 12).tax(19, 13, Map.of("paid", "x")).tax(19, 14, Map.of("paid", "y")),
                SignalCsv.taxes(20, 12).tax(0, 0, Map.of("paid", "1.00")),
                SignalCsv.taxes(21, 12));

        for (SignalCsv csv : refused) {
            FileReport report = ingest(csv.write(folder.resolve("monthly_tax.csv")), strict);

            assertThat(report.result()).isEqualTo(Result.REFUSED);
            assertThat(report.counts().inserted()).isZero();
            assertThat(report.load().reason()).contains("strict", "nothing of the file is stored");
            assertThat(tables.signals()).isEqualTo(before);
            assertThat(ledger.latest(1).getFirst().status()).isEqualTo(LoadStatus.FAILED);
        }
        assertThat(Files.readString(folder.resolve("monthly_tax.rejects.csv")))
                .contains(SignalSamples.firm(20).code());
        Path good = SignalCsv.taxes(20, 12).write(folder.resolve("monthly_tax.csv"));
        assertThat(ingest(good, strict).counts()).isEqualTo(new LoadCounts(240, 239, 1, 0, 0));
        assertThat(folder.resolve("monthly_tax.rejects.csv")).doesNotExist();
    }

    @Test
    void a_dry_run_says_what_the_load_then_does_and_changes_nothing() throws IOException {
        ingest(SignalCsv.taxes(3, 4).write(folder.resolve("before/monthly_tax.csv")), OPTIONS);
        Path file = SignalCsv.taxes(5, 5)
                .tax(4, 4, Map.of())
                .tax(4, 4, Map.of("paid", "3.00"))
                .tax(1, 1, Map.of("paid", "3.00"))
                .tax(4, 6, Map.of("paid", "much"))
                .write(folder.resolve("monthly_tax.csv"));
        String signals = tables.signals();
        String loads = tables.loads();

        FileReport dry = ingest(file, OPTIONS.rehearsed(true).chunksOf(4));

        assertThat(tables.signals()).isEqualTo(signals);
        assertThat(tables.loads()).isEqualTo(loads);
        assertThat(folder.resolve("monthly_tax.rejects.csv")).doesNotExist();
        assertThat(dry.first()).extracting(reject -> reject.outcome().name()).contains("CONFLICT", "REJECTED");
        FileReport real = ingest(file, OPTIONS.chunksOf(7));
        assertThat(real.counts()).isEqualTo(dry.counts()).isEqualTo(new LoadCounts(29, 13, 13, 2, 1));
        assertThat(real.warnings()).isEqualTo(dry.warnings()).isEqualTo(28);
    }

    @Test
    void without_a_database_a_dry_run_still_validates() throws IOException {
        Path file = SignalCsv.taxes(2, 2).tax(1, 3, Map.of("paid", "?")).write(folder.resolve("monthly_tax.csv"));

        FileReport report =
                Ingestion.withoutDatabase(OPTIONS).ingest(InputFile.examine(file, Optional.empty()), rows -> {});

        assertThat(report.counts()).isEqualTo(new LoadCounts(5, 4, 0, 0, 1));
    }

    @Test
    void a_database_that_goes_away_in_the_middle_is_told_and_the_same_call_goes_on() throws IOException {
        SignalCsv csv = SignalCsv.taxes(30, 20).tax(1, 100, Map.of("paid", "x"));
        for (int month = 40; month < 60; month++) {
            csv.tax(2, month, Map.of("paid", month % 2 == 0 ? "1.00" : "-1"));
        }
        Path file = csv.write(folder.resolve("monthly_tax.csv"));
        IngestOptions options = OPTIONS.chunksOf(50);
        InputFile input = InputFile.examine(file, Optional.empty());

        PlatformFault fault = catchThrowableOfType(
                PlatformFault.class,
                () -> Ingestion.into(database.dataSource(), options).ingest(input, rows -> {
                    if (rows == 300) {
                        tables.ask("select count(pg_terminate_backend(l.pid)) from pg_locks l"
                                + " where l.locktype = 'advisory' and l.pid <> pg_backend_pid()"
                                + " and l.database = (select oid from pg_database where datname = current_database())");
                    }
                }));

        assertThat(fault.code()).isEqualTo(ProblemCode.STORE_UNAVAILABLE);
        assertThat(fault).hasMessageContaining("the same command goes on");
        assertThat(ledger.latest(1).getFirst().status()).isEqualTo(LoadStatus.INTERRUPTED);
        FileReport resumed = ingest(file, options);
        assertThat(resumed.result()).isEqualTo(Result.RESUMED);
        assertThatNothingIsLostOrDoubled(resumed, file, options);
    }

    private void assertThatNothingIsLostOrDoubled(FileReport resumed, Path file, IngestOptions options)
            throws IOException {
        String rejects = Files.readString(folder.resolve("monthly_tax.rejects.csv"));
        TestDatabase other = TestDatabase.fresh();
        FileReport whole = Ingestion.into(other.dataSource(), options)
                .ingest(InputFile.examine(file, Optional.empty()), rows -> {});
        assertThat(resumed.counts()).isEqualTo(whole.counts());
        assertThat(resumed.warnings()).isEqualTo(whole.warnings());
        assertThat(tables.signals()).isEqualTo(new Tables(other).signals());
        assertThat(rejects).isEqualTo(Files.readString(folder.resolve("monthly_tax.rejects.csv")));
        assertThat(ledger.latest(10)).hasSize(1);
    }

    @Test
    void loads_at_the_same_time_store_every_row_once() throws Exception {
        List<Path> files = List.of(
                SignalCsv.taxes(40, 20).write(folder.resolve("a/monthly_tax.csv")),
                SignalCsv.taxes(60, 18).write(folder.resolve("b/monthly_tax.csv")),
                SignalCsv.taxes(50, 22).write(folder.resolve("c/monthly_tax.csv")));
        List<Callable<FileReport>> loads = files.stream()
                .<Callable<FileReport>>map(file -> () -> ingest(file, OPTIONS.chunksOf(37)))
                .toList();

        long inserted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(loads.size())) {
            for (Future<FileReport> load : threads.invokeAll(loads)) {
                inserted += load.get().counts().inserted();
            }
        }

        assertThat(inserted).isEqualTo(40 * 22 + 10 * 22 + 10 * 18);
        assertThat(tables.ask("select count(*) from signal")).isEqualTo(String.valueOf(inserted));
    }

    @Test
    void every_kind_is_recognised_by_its_name_and_by_its_columns() throws IOException {
        for (SignalKind kind : SignalKind.values()) {
            SignalCsv csv = new SignalCsv(kind);
            for (String name : List.of(kind.fileStem(), kind.fileStem() + "-2026-10", "export")) {
                Path file = csv.write(folder.resolve(name + ".csv"));
                assertThat(InputFile.examine(file, Optional.empty()).file().kind())
                        .isEqualTo(kind);
            }
        }
    }

    private FileReport ingest(Path file, IngestOptions options) {
        return Ingestion.into(database.dataSource(), options)
                .ingest(InputFile.examine(file, Optional.empty()), rows -> {});
    }
}
