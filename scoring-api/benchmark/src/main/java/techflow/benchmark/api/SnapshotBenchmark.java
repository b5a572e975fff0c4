package techflow.benchmark.api;

import com.sun.management.OperatingSystemMXBean;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Readable;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.testing.TestDatabase;

/** Plans for reading one firm's history in one round trip: CPU of ours and of the database's, per firm. */
final class SnapshotBenchmark {
    private static final String FROM = " from signal where enterprise_id = $1 and known_at < $2";
    private static final String ROWS = "select kind, occurred_at, known_at, source, cells" + FROM;
    private static final String ARRAYS =
            "select kind, array_agg(occurred_at) occurred_at, array_agg(known_at) known_at, array_agg(source) source,"
                    + " array_agg(cells) cells" + FROM + " group by kind";
    private static final int READS = 100;
    private static final int WARM_UP = 8;

    /** A way to read. */
    private record Plan(String name, Session session, String sql, Function<Readable, Stream<Signal>> decode) {
        interface Stream<T> {
            List<T> list();
        }
    }

    /** A connection and the process that serves it. */
    private record Session(PostgresqlConnection connection, long backend) {
        static Session of(TestDatabase database, boolean binary) {
            PostgresqlConnection connection =
                    Objects.requireNonNull(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                                    .host(database.host())
                                    .port(database.port())
                                    .database(database.name())
                                    .username(TestDatabase.USER)
                                    .forceBinary(binary)
                                    .preparedStatementCacheQueries(256)
                                    .build())
                            .create()
                            .block());
            int pid = Objects.requireNonNull(connection
                    .createStatement("select pg_backend_pid()")
                    .execute()
                    .flatMap(result -> result.map(row -> Objects.requireNonNull(row.get(0, Integer.class))))
                    .blockFirst());
            return new Session(connection, pid);
        }
    }

    private final EnterpriseId firm;
    private final AsOf asOf;

    private SnapshotBenchmark(EnterpriseId firm, AsOf asOf) {
        this.firm = firm;
        this.asOf = asOf;
    }

    static void run(TestDatabase database, EnterpriseId firm, AsOf asOf, int rounds, PrintStream out) {
        new SnapshotBenchmark(firm, asOf).compare(database, rounds, out);
    }

    private void compare(TestDatabase database, int rounds, PrintStream out) {
        List<Plan> plans = List.of(
                new Plan(
                        "a row per signal, as text", Session.of(database, false), ROWS, row -> () -> List.of(one(row))),
                new Plan(
                        "**a row per signal, binary**",
                        Session.of(database, true),
                        ROWS,
                        row -> () -> List.of(one(row))),
                new Plan("arrays per kind, binary", Session.of(database, true), ARRAYS, row -> () -> many(row)));
        Snapshot first = read(plans.getFirst());
        out.printf("%n### One firm of %d signals%n%n", size(first));
        double[][] ours = new double[plans.size()][rounds];
        double[][] theirs = new double[plans.size()][rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int plan = 0; plan < plans.size(); plan++) {
                long own = ownMicros();
                long other = Proc.cpuMicros(plans.get(plan).session().backend());
                for (int i = 0; i < READS; i++) {
                    if (size(read(plans.get(plan))) != size(first)) {
                        throw new IllegalStateException(plans.get(plan).name() + " reads another snapshot");
                    }
                }
                if (round >= 0) {
                    ours[plan][round] = (ownMicros() - own) / (double) READS;
                    theirs[plan][round] =
                            (Proc.cpuMicros(plans.get(plan).session().backend()) - other) / (double) READS;
                }
            }
        }
        out.println("| plan | our CPU µs/firm | PostgreSQL's CPU µs/firm | both | × the first |");
        out.println("|---|---:|---:|---:|---:|");
        for (int plan = 0; plan < plans.size(); plan++) {
            double[] both = new double[rounds];
            double[] ratio = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                both[round] = ours[plan][round] + theirs[plan][round];
                ratio[round] = both[round] / (ours[0][round] + theirs[0][round]);
            }
            out.printf(
                    "| %s | %.0f | %.0f | %.0f | %.2f |%n",
                    plans.get(plan).name(), median(ours[plan]), median(theirs[plan]), median(both), median(ratio));
        }
        plans.forEach(plan -> plan.session().connection().close().block());
    }

    private Snapshot read(Plan plan) {
        OffsetDateTime before = asOf.instant().atOffset(ZoneOffset.UTC);
        List<Signal> signals = new ArrayList<>();
        Mono<List<Plan.Stream<Signal>>> rows = Flux.from(plan.session()
                        .connection()
                        .createStatement(plan.sql())
                        .bind(0, firm.code())
                        .bind(1, before)
                        .execute())
                .concatMap(result -> result.map(row -> {
                    List<Signal> decoded = plan.decode().apply(row).list();
                    return (Plan.Stream<Signal>) () -> decoded;
                }))
                .collectList();
        Objects.requireNonNull(rows.block()).forEach(some -> signals.addAll(some.list()));
        return Snapshot.cut(firm, asOf, signals);
    }

    private Signal one(Readable row) {
        return decode(
                value(row, "kind", String.class),
                value(row, "occurred_at", LocalDate.class),
                value(row, "known_at", OffsetDateTime.class),
                value(row, "source", String.class),
                value(row, "cells", String[].class));
    }

    private List<Signal> many(Readable row) {
        String kind = value(row, "kind", String.class);
        LocalDate[] occurred = value(row, "occurred_at", LocalDate[].class);
        OffsetDateTime[] known = value(row, "known_at", OffsetDateTime[].class);
        String[] sources = value(row, "source", String[].class);
        String[][] cells = value(row, "cells", String[][].class);
        List<Signal> signals = new ArrayList<>(known.length);
        for (int i = 0; i < known.length; i++) {
            signals.add(decode(kind, occurred[i], known[i], sources[i], cells[i]));
        }
        return signals;
    }

    private Signal decode(String kind, LocalDate occurred, OffsetDateTime known, String source, String[] cells) {
        SignalHeader header = new SignalHeader(firm, occurred, known.toInstant(), source);
        return switch (SignalDecoder.decode(SignalKind.valueOf(kind), header, Arrays.asList(cells))) {
            case Decoded.Accepted accepted -> accepted.signal();
            case Decoded.Rejected rejected -> throw new IllegalStateException(rejected.toString());
        };
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Optional.ofNullable(row.get(column, type)).orElseThrow();
    }

    private static int size(Snapshot snapshot) {
        return snapshot.kinds().stream()
                .mapToInt(kind -> snapshot.signals(kind, kind.type()).size())
                .sum();
    }

    private static long ownMicros() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1_000;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
