package techflow.features.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import techflow.testing.TestDatabase;

/**
 * Ingesting a CSV file, validation, ledger and chunks included, against a bare COPY of the same rows from memory, in turns;
 * run with {@code -Dgroups=benchmark -DexcludedGroups=none -Dtest=IngestBenchmark}.
 */
@Tag("benchmark")
class IngestBenchmark {
    private static final int FIRMS = Integer.getInteger("techflow.firms", 10_000);
    private static final int MONTHS = 60;
    private static final int ROUNDS = Integer.getInteger("techflow.rounds", 4);
    private static final double TICKS_PER_SECOND = 100;
    private static final System.Logger LOG = System.getLogger(IngestBenchmark.class.getName());

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();

    private interface Work {
        long rows() throws IOException, SQLException;
    }

    @Test
    void against_a_bare_copy() throws IOException, SQLException {
        Path file = SignalCsv.taxes(FIRMS, MONTHS).write(folder.resolve("monthly_tax.csv"));
        assertThat(ingest(file)).isEqualTo((long) FIRMS * MONTHS);
        Map<String, byte[]> copies = Map.of("text", copyOut("text"), "binary", copyOut("binary"));
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, byte[]> copy : copies.entrySet()) {
                truncate();
                timed("bare COPY, " + copy.getKey(), () -> copyIn(copy.getKey(), copy.getValue()));
            }
            truncate();
            timed("ingest into an empty table", () -> ingest(file));
            timed("ingest again, nothing new", () -> {
                Ingestion.into(
                                database.dataSource(),
                                IngestOptions.by("benchmark").again(true))
                        .ingest(InputFile.examine(file, Optional.empty()), rows -> {});
                return (long) FIRMS * MONTHS;
            });
            timed(
                    "examine and decode only",
                    () -> Ingestion.withoutDatabase(IngestOptions.by("benchmark"))
                            .ingest(InputFile.examine(file, Optional.empty()), rows -> {})
                            .counts()
                            .inserted());
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

    private long copyIn(String format, byte[] bytes) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection()) {
            return connection
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

    private void timed(String what, Work work) throws IOException, SQLException {
        var cpu = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpuStart = cpu.getProcessCpuTime();
        double serverStart = serverCpuSeconds();
        long start = System.nanoTime();
        long rows = work.rows();
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.log(
                System.Logger.Level.INFO,
                "%-28s %,9d rows %6.2f s wall, %6.2f s CPU of this JVM, %6.2f s CPU of the server, %,8.0f rows/s"
                        .formatted(
                                what,
                                rows,
                                seconds,
                                (cpu.getProcessCpuTime() - cpuStart) / 1e9,
                                serverCpuSeconds() - serverStart,
                                rows / seconds));
    }

    /** Of the postmaster, its processes, and those of its processes that have ended; 0 where there is no /proc. */
    private double serverCpuSeconds() throws IOException, SQLException {
        ProcessHandle postmaster = postmaster();
        long ticks = ticks(postmaster.pid(), true);
        for (ProcessHandle process : postmaster.children().toList()) {
            ticks += ticks(process.pid(), false);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private ProcessHandle postmaster() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    /** Fields 14 to 17 of /proc/PID/stat; source: proc(5). */
    private static long ticks(long pid, boolean withEndedChildren) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withEndedChildren ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }
}
