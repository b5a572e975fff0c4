package techflow.features.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import techflow.features.ingest.FileReport.Result;
import techflow.features.store.postgres.LoadEntry;
import techflow.features.store.postgres.LoadLedger;
import techflow.features.store.postgres.LoadStatus;
import techflow.testing.TestDatabase;

/** A process that ingests is killed by the operating system, more than once, in the middle of its work. */
class KilledIngestionTest {
    private static final IngestOptions OPTIONS = IngestOptions.by("test").chunksOf(100);
    private static final int FIRMS = 300;
    private static final int MONTHS = 30;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();

    /** What the killed process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(args[0]);
            Ingestion.into(source, OPTIONS)
                    .ingest(InputFile.examine(Path.of(args[1]), Optional.empty()), System.out::println);
        }
    }

    @Test
    void killed_in_the_middle_and_begun_again_nothing_is_lost_or_doubled() throws IOException, InterruptedException {
        SignalCsv csv = new SignalCsv(techflow.features.signal.SignalKind.MONTHLY_TAX);
        for (int firm = 0; firm < FIRMS; firm++) {
            for (int month = 0; month < MONTHS; month++) {
                csv.tax(firm, month, month % 10 == 3 ? Map.of("paid", "-1") : Map.of());
            }
            csv.tax(firm, 0, Map.of("paid", "7.00"));
        }
        Path file = csv.write(folder.resolve("killed/monthly_tax.csv.gz"));
        LoadLedger ledger = new LoadLedger(database.dataSource());

        long before = 0;
        for (int chunks : new int[] {1, 12, 40}) {
            assertThat(killedAfter(before + chunks * 100L, file)).isNotZero();
            LoadEntry entry = ledger.latest(1).getFirst();
            assertThat(entry.status()).isNotEqualTo(LoadStatus.DONE);
            assertThat(entry.counts().read()).isBetween(before + 100, FIRMS * (MONTHS + 1L) - 1);
            before = entry.counts().read();
        }
        FileReport resumed = Ingestion.into(database.dataSource(), OPTIONS)
                .ingest(InputFile.examine(file, Optional.empty()), rows -> {});

        TestDatabase other = TestDatabase.fresh();
        Path copy = csv.write(folder.resolve("whole/monthly_tax.csv.gz"));
        FileReport whole = Ingestion.into(other.dataSource(), OPTIONS)
                .ingest(InputFile.examine(copy, Optional.empty()), rows -> {});
        assertThat(resumed.result()).isEqualTo(Result.RESUMED);
        assertThat(resumed.counts()).isEqualTo(whole.counts());
        assertThat(whole.counts().conflicts()).isEqualTo(FIRMS);
        assertThat(new Tables(database).signals()).isEqualTo(new Tables(other).signals());
        assertThat(folder.resolve("killed/monthly_tax.rejects.csv"))
                .hasSameBinaryContentAs(folder.resolve("whole/monthly_tax.rejects.csv"));
        assertThat(ledger.latest(10)).extracting(LoadEntry::status).containsExactly(LoadStatus.DONE);
    }

    /** Starts the child and kills it the moment it says that it has come so far; its exit code. */
    private int killedAfter(long rows, Path file) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        database.jdbcUrl(),
                        file.toString()))
                .redirectError(Files.createTempFile(folder, "child", ".log").toFile())
                .start();
        try (BufferedReader said = child.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (Long.parseLong(line) >= rows) {
                    break;
                }
            }
            child.destroyForcibly();
            return child.waitFor();
        }
    }
}
