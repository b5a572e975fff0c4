package techflow.features.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.store.file.CsvSignalReader;
import techflow.features.store.file.SignalLine;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.testing.Rounds;
import techflow.testing.ServerCpu;
import techflow.testing.TestDatabase;

/**
 * Ingesting a CSV file, validation, ledger and chunks included, against a bare COPY in turns; run with
 * {@code -Dgroups=benchmark -DexcludedGroups=none -Dtest=IngestBenchmark}.
 *
 * <p>The peer sends the very same rows from memory, in the same order and already encoded, into the same table with its
 * primary key, partial index and check, over the same kind of connection and with the same server settings, in one
 * statement and transaction. It reads no file, checks nothing and would fail as a whole at one known row.
 */
@Tag("benchmark")
class IngestBenchmark {
    private static final int FIRMS = Integer.getInteger("techflow.firms", 10_000);
    private static final int MONTHS = 60;
    private static final int ROUNDS = Integer.getInteger("techflow.rounds", 4);
    private static final int WARM_UP = 4;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void against_a_bare_copy() throws IOException, SQLException {
        Path file = SignalCsv.taxes(FIRMS, MONTHS).write(folder.resolve("monthly_tax.csv"));
        assertThat(ingest(file)).isEqualTo((long) FIRMS * MONTHS);
        byte[] binary = copyOut("binary");
        byte[] text = copyOut("text");
        Rounds rounds = new Rounds(ServerCpu.of(database));
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            if (round == WARM_UP) {
                rounds.forgetWarmUp();
            }
            truncate();
            rounds.time("bare COPY, binary", () -> copyIn("binary", binary));
            truncate();
            rounds.time("bare COPY, text", () -> copyIn("text", text));
            truncate();
            rounds.time("decode, encode, one COPY", () -> load(file));
            truncate();
            rounds.time("ingest into an empty table", () -> ingest(file));
            rounds.time(
                    "ingest again, nothing new", () -> assertThat(ingest(file)).isZero());
            rounds.time(
                    "examine and decode only",
                    () -> Ingestion.withoutDatabase(IngestOptions.by("benchmark"))
                            .ingest(InputFile.examine(file, Optional.empty()), rows -> {}));
        }
        rounds.log();
    }

    /** The loader of a stream: neither hash nor ledger nor rejects. */
    private void load(Path file) {
        try (CsvSignalReader reader = CsvSignalReader.open(file, SignalKind.MONTHLY_TAX)) {
            Stream<Signal> signals = Stream.generate(() -> reader)
                    .takeWhile(CsvSignalReader::hasNext)
                    .map(CsvSignalReader::next)
                    .flatMap(line -> line instanceof SignalLine.Accepted row ? Stream.of(row.signal()) : Stream.of());
            assertThat(new PostgresSignalLoader(database.dataSource())
                            .load(signals)
                            .inserted())
                    .isEqualTo((long) FIRMS * MONTHS);
        }
    }

    private long ingest(Path file) {
        return Ingestion.into(
                        database.dataSource(), IngestOptions.by("benchmark").again(true))
                .ingest(InputFile.examine(file, Optional.empty()), rows -> {})
                .counts()
                .inserted();
    }

    private byte[] copyOut(String format) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Connection connection = database.dataSource().getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select * from signal order by enterprise_id, known_at) to stdout (format " + format
                                    + ")",
                            bytes);
        }
        return bytes.toByteArray();
    }

    private void copyIn(String format, byte[] bytes) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy signal from stdin (format " + format + ")", new ByteArrayInputStream(bytes));
        }
    }

    private void truncate() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate signal");
            statement.execute("checkpoint");
        }
    }
}
