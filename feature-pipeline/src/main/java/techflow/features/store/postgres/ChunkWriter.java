package techflow.features.store.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import techflow.features.signal.Signal;
import techflow.features.store.postgres.ChunkOutcome.Conflict;

/**
 * Stores chunks within the caller's transaction. Rows that a sample of the keys says are new are copied straight into the
 * table; when one of them was there after all, or the sample finds one, they go through a temporary table instead.
 */
final class ChunkWriter {
    private static final int SAMPLE = 64;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String KEY = "enterprise_id, kind, natural_key, known_at";

    private final Connection connection;
    private final Target target;

    /** Whether the chunk before was all new. */
    private boolean direct;

    /** Where rows go, and what counts as stored. */
    enum Target {
        /** The table. */
        SIGNAL("signal", "signal"),
        /** A temporary table beside it, for a rehearsal. */
        PENDING(
                "pending",
                "(select " + SignalCopy.COLUMNS + " from signal union all select " + SignalCopy.COLUMNS
                        + " from pending)");

        private final String table;
        private final String stored;

        Target(String table, String stored) {
            this.table = table;
            this.stored = stored;
        }
    }

    ChunkWriter(Connection connection, Target target) throws SQLException {
        this.connection = connection;
        this.target = target;
        execute("create temp table if not exists chunk_rows (like signal) on commit delete rows");
        if (target == Target.PENDING) {
            execute("create temp table if not exists pending (like signal including indexes)");
        }
    }

    ChunkOutcome write(PreparedChunk prepared) throws SQLException {
        LoadChunk chunk = prepared.chunk();
        if (chunk.rows().isEmpty()) {
            return new ChunkOutcome(new LoadCounts(chunk.rejected(), 0, 0, 0, chunk.rejected()), List.of());
        }
        EncodedRows rows = prepared.rows();
        if (target == Target.SIGNAL) {
            // One writer at a time: two loads with common keys would else wait for one another for ever.
            execute("lock table signal in share row exclusive mode");
        }
        // Where one chunk was new the next one is, as a rule.
        direct = target == Target.SIGNAL && (direct || looksNew(rows)) && copyDirectly(rows);
        return direct ? outcome(chunk, rows, rows.distinct(), Map.of()) : throughStaging(chunk, rows);
    }

    private ChunkOutcome throughStaging(LoadChunk chunk, EncodedRows rows) throws SQLException {
        // The few rows of a chunk are looked up by key; without statistics of them the planner may read all of signal.
        execute("set local work_mem = '64MB'; set local enable_hashjoin = off; set local enable_mergejoin = off;"
                + " truncate chunk_rows");
        copy("chunk_rows", rows);
        Known known = known(rows);
        // A chunk of rows that are all there is not sorted and not offered to the table at all.
        long inserted = known.fresh() == 0 ? 0 : insert();
        return outcome(chunk, rows, inserted, known.different());
    }

    private long insert() throws SQLException {
        String unknown = target == Target.SIGNAL
                ? ""
                : " where not exists (select 1 from signal t where (t.enterprise_id, t.kind, t.natural_key, t.known_at)"
                        + " = (s.enterprise_id, s.kind, s.natural_key, s.known_at))";
        // Sorted, so that the primary key grows from left to right.
        return execute("insert into " + target.table + " (" + SignalCopy.COLUMNS + ") select " + SignalCopy.COLUMNS
                + " from chunk_rows s" + unknown + " order by " + KEY + " on conflict do nothing");
    }

    private static ChunkOutcome outcome(
            LoadChunk chunk, EncodedRows rows, long inserted, Map<Integer, Signal> different) {
        List<Conflict> conflicts = new ArrayList<>();
        if (!different.isEmpty() || rows.distinct() < rows.size()) {
            for (int i = 0; i < rows.size(); i++) {
                LoadChunk.Row row = rows.row(i);
                Signal first = rows.row(rows.first(i)).signal();
                Signal stays = different.getOrDefault(rows.first(i), first);
                if (!stays.equals(row.signal())) {
                    conflicts.add(new Conflict(row.line(), row.signal(), stays));
                }
            }
        }
        long duplicates = chunk.rows().size() - inserted - conflicts.size();
        return new ChunkOutcome(
                new LoadCounts(chunk.read(), inserted, duplicates, conflicts.size(), chunk.rejected()), conflicts);
    }

    /**
     * How the chunk stands to what is stored.
     *
     * @param fresh rows whose key is not stored
     * @param different the stored rows that say something else than the chunk's, by the place of the chunk's first one
     */
    private record Known(long fresh, Map<Integer, Signal> different) {}

    /** One look at the primary key for each row: the limit keeps the planner from making a join of whole tables of it. */
    private Known known(EncodedRows chunk) throws SQLException {
        Map<Integer, Signal> different = new HashMap<>();
        long fresh = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select t.enterprise_id, t.kind, t.known_at, t.occurred_at, t.source, t.cells
                        from chunk_rows s left join lateral (
                            select * from %s o
                            where o.enterprise_id = s.enterprise_id and o.kind = s.kind
                              and o.natural_key = s.natural_key and o.known_at = s.known_at
                            limit 1) t on true
                        where t.enterprise_id is null or t.cells <> s.cells
                           or t.occurred_at <> s.occurred_at or t.source <> s.source""".formatted(target.stored))) {
            SignalRows signals = new SignalRows(rows);
            while (signals.next()) {
                if (rows.getString(1) == null) {
                    fresh++;
                    continue;
                }
                Signal stored = signals.signal();
                int row = chunk.find(stored);
                // Cells of an older form may read to the same signal.
                if (!stored.equals(chunk.row(row).signal())) {
                    different.put(row, stored);
                }
            }
        }
        return new Known(fresh, different);
    }

    /** False when a row was there already; then nothing of the chunk is stored. */
    private boolean copyDirectly(EncodedRows rows) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            copy("signal", rows);
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    private void copy(String table, EncodedRows rows) throws SQLException {
        try (SignalCopy copy = SignalCopy.into(table, connection)) {
            rows.copyFirsts(copy);
            copy.end();
        }
    }

    /** Whether none of a few keys, spread over the chunk, is stored. A wrong guess costs time, never rows. */
    private boolean looksNew(EncodedRows rows) throws SQLException {
        int step = Math.max(1, rows.size() / SAMPLE);
        List<Signal> sample = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += step) {
            sample.add(rows.row(i).signal());
        }
        String sql = """
                select exists (
                    select from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[]) k (e, kind, n, at),
                    lateral (select 1 from signal s
                             where s.enterprise_id = k.e and s.kind = k.kind and s.natural_key = k.n and s.known_at = k.at
                             limit 1) one)""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(sample, signal -> signal.enterprise().code()));
            statement.setArray(2, texts(sample, signal -> signal.kind().name()));
            statement.setArray(3, texts(sample, Signal::naturalKey));
            statement.setArray(4, texts(sample, signal -> signal.knownAt().toString()));
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return !found.getBoolean(1);
            }
        }
    }

    private Array texts(List<Signal> sample, Function<Signal, String> text) throws SQLException {
        return connection.createArrayOf("text", sample.stream().map(text).toArray());
    }

    private long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getLargeUpdateCount();
        }
    }
}
