package techflow.features.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.store.postgres.SignalLoad.Unknown;
import techflow.features.store.postgres.SignalLoad.Unknowns;

/** What the rows of a file refer to, gathered in a temporary table and looked up all at once in the end. */
final class ReferredRows {
    private final Connection connection;
    private final List<SignalReference> references;

    private record Referred(int reference, String enterprise, String value) {}

    /** Where something was referred to first, and how often. */
    private static final class Use {
        private final long line;
        private long rows;

        private Use(long line) {
            this.line = line;
        }
    }

    /** What the rows of a chunk refer to. */
    static final class Uses {
        static final Uses NONE = new Uses();

        private final Map<Referred, Use> all = new LinkedHashMap<>();

        /** Gathers them; needs no database. */
        static Uses of(LoadChunk chunk, List<SignalReference> references) {
            Uses uses = new Uses();
            for (int i = 0; i < references.size(); i++) {
                uses.add(i, references.get(i), chunk);
            }
            return uses;
        }

        private void add(int number, SignalReference reference, LoadChunk chunk) {
            Optional<Signal> before = Optional.empty();
            Use use = new Use(0);
            for (LoadChunk.Row row : chunk.rows()) {
                Signal signal = row.signal();
                // Rows of one firm follow one another, as a rule.
                boolean same = reference.isFirm()
                        && before.isPresent()
                        && before.get().enterprise().equals(signal.enterprise());
                if (!same) {
                    use = all.computeIfAbsent(referred(number, reference, signal), key -> new Use(row.line()));
                    before = Optional.of(signal);
                }
                use.rows++;
            }
        }

        private static Referred referred(int number, SignalReference reference, Signal signal) {
            String value =
                    reference.isFirm() ? "" : SignalDecoder.encodeOwn(signal).get(reference.position());
            return new Referred(number, signal.enterprise().code(), value);
        }
    }

    ReferredRows(Connection connection, List<SignalReference> references) throws SQLException {
        this.connection = connection;
        this.references = references;
        execute("drop table if exists referred");
        execute("create temp table referred (reference int, enterprise_id text collate \"C\", value text collate \"C\","
                + " line bigint, uses bigint)");
    }

    void add(Uses uses) throws SQLException {
        if (uses.all.isEmpty()) {
            return;
        }
        String sql =
                "insert into referred select * from unnest(?::int[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Set<Referred> what = uses.all.keySet();
            Collection<Use> how = uses.all.values();
            statement.setArray(1, array("int4", what.stream().map(Referred::reference)));
            statement.setArray(2, array("text", what.stream().map(Referred::enterprise)));
            statement.setArray(3, array("text", what.stream().map(Referred::value)));
            statement.setArray(4, array("int8", how.stream().map(use -> use.line)));
            statement.setArray(5, array("int8", how.stream().map(use -> use.rows)));
            statement.executeUpdate();
        }
    }

    private java.sql.Array array(String type, java.util.stream.Stream<?> elements) throws SQLException {
        return connection.createArrayOf(type, elements.toArray());
    }

    /** @param others tables beside {@code signal} that count as stored */
    Unknowns unknowns(int limit, List<String> others) throws SQLException {
        if (references.isEmpty()) {
            return new Unknowns(0, List.of());
        }
        execute("analyze referred");
        execute("set local enable_hashjoin = off"); // by key, never through all of signal
        execute("set local enable_mergejoin = off");
        StringBuilder unknown = new StringBuilder(
                "create temp table unknown on commit drop as"
                        + " select reference, enterprise_id, value, min(line) as line, sum(uses)::bigint as uses from referred r");
        String joint = " where ";
        List<String> tables = new ArrayList<>(others);
        tables.add("signal");
        for (String table : tables) {
            unknown.append(joint)
                    .append("not exists (select 1 from ")
                    .append(table)
                    .append("""
                     s where s.enterprise_id = r.enterprise_id and s.kind = %s
                    and (r.value = '' or s.natural_key = r.value))""".formatted(targets()));
            joint = " and ";
        }
        execute(unknown.append(" group by 1, 2, 3").toString());
        return read(limit);
    }

    /** The kind that a row refers to, as SQL over its number. */
    private String targets() {
        StringBuilder sql = new StringBuilder("case r.reference");
        for (int i = 0; i < references.size(); i++) {
            sql.append(" when ")
                    .append(i)
                    .append(" then '")
                    .append(references.get(i).target())
                    .append('\'');
        }
        return sql.append(" end").toString();
    }

    private Unknowns read(int limit) throws SQLException {
        List<Unknown> first = new ArrayList<>();
        long rowsInAll = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select reference, enterprise_id, value, line, uses,"
                        + " (select sum(uses)::bigint from unknown) from unknown order by line, reference limit "
                        + limit)) {
            while (rows.next()) {
                SignalReference reference = references.get(rows.getInt(1));
                String value = reference.isFirm() ? rows.getString(2) : rows.getString(3);
                first.add(new Unknown(reference, value, rows.getLong(4), rows.getLong(5)));
                rowsInAll = rows.getLong(6);
            }
        }
        return new Unknowns(rowsInAll, first);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
