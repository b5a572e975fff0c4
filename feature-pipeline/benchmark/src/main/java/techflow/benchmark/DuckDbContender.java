package techflow.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** DuckDB computing the same features by SQL, from the CSV files or from the Parquet files that it makes of them. */
record DuckDbContender(boolean parquet, int threads) implements Contender {
    private static final List<String> TABLES =
            List.of("monthly_tax", "monthly_invoices", "contribution_month", "utility_bill", "patent");

    @Override
    public void run(Path directory, int firms, Path result) throws Exception {
        double[] found = new double[firms * ComparedFeatures.COUNT];
        Arrays.fill(found, Double.NaN);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + threads);
            statement.execute("set memory_limit = '1GB'");
            String query = query(directory);
            try (ResultSet rows = statement.executeQuery(query)) {
                read(rows, found);
            }
        }
        Cells.write(found, result);
    }

    /** Makes the Parquet files, outside of what is measured. */
    static void prepare(Path directory) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                Path target = directory.resolve(table + ".parquet");
                if (!Files.exists(target)) {
                    statement.execute("copy (select * from read_csv('" + directory.resolve(table + ".csv")
                            + "', header = true)) to '" + target + "' (format parquet)");
                }
            }
        }
    }

    private static void read(ResultSet rows, double[] found) throws SQLException {
        while (rows.next()) {
            byte[] code = rows.getString(1).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            int at = SyntheticPopulation.number(code, 0) * ComparedFeatures.COUNT;
            for (int i = 0; i < ComparedFeatures.COUNT; i++) {
                double value = rows.getDouble(i + 2);
                found[at + i] = rows.wasNull() ? Double.NaN : value;
            }
        }
    }

    private String query(Path directory) {
        String sql = QUERY;
        for (String table : TABLES) {
            String source = parquet
                    ? "read_parquet('" + directory.resolve(table + ".parquet") + "')"
                    : "read_csv('" + directory.resolve(table + ".csv") + "', header = true)";
            sql = sql.replace("{" + table + "}", source);
        }
        return sql;
    }

    /** Windows as in the catalogue: {@code now} is the last 12 months with a lag of one, {@code before} the 12 before. */
    private static final String QUERY = """
            with tax as (
              select uscc, declared_sales s, paid p, arrears a, filed_late l,
                     period between '2025-09' and '2026-08' now, period between '2024-09' and '2025-08' before
              from {monthly_tax} where known_at < timestamptz '2026-10-01 00:00:00+08'),
            t as (select uscc,
              case when count(*) filter (now) >= 6 then sum(s) filter (now) end t1,
              case when count(*) filter (now) >= 6 and count(*) filter (before) >= 6 and avg(s) filter (before) > 0
                   then greatest(-1, least(10, (avg(s) filter (now) - avg(s) filter (before)) / avg(s) filter (before))) end t2,
              case when count(*) filter (now) >= 6 and sum(s) filter (now) > 0
                   then least(1, sum(p) filter (now) / sum(s) filter (now)) end t3,
              case when count(*) filter (now) >= 6 then count(*) filter (now and a > 0) end t4,
              case when count(*) filter (now) >= 6 then count(*) filter (now and l) end t5,
              case when count(*) filter (now) >= 6 then count(*) filter (now and s <= 0) end t6
              from tax group by uscc),
            inv as (
              select uscc, amount - red_amount s, amount g, red_amount r, void_count v, count + red_count + void_count w,
                     counterparties c, top_counterparty_amount p,
                     period between '2025-09' and '2026-08' now, period between '2024-09' and '2025-08' before
              from {monthly_invoices}
              where direction = 'ISSUED' and known_at < timestamptz '2026-10-01 00:00:00+08'),
            i as (select uscc,
              case when count(*) filter (now) >= 6 then sum(s) filter (now) end i1,
              case when count(*) filter (now) >= 6 and count(*) filter (before) >= 6 and avg(s) filter (before) > 0
                   then greatest(-1, least(10, (avg(s) filter (now) - avg(s) filter (before)) / avg(s) filter (before))) end i2,
              case when count(*) filter (now) >= 6 and avg(s) filter (now) > 0
                   then stddev_samp(s) filter (now) / avg(s) filter (now) end i3,
              case when count(*) filter (now) >= 6 and sum(w) filter (now) > 0
                   then sum(v) filter (now) / sum(w) filter (now) end i4,
              case when count(*) filter (now) >= 6 and sum(g) filter (now) > 0
                   then least(1, sum(r) filter (now) / sum(g) filter (now)) end i5,
              case when count(*) filter (now) >= 6 then avg(c) filter (now) end i6,
              case when count(*) filter (now) >= 6 and sum(g) filter (now) > 0
                   then least(1, sum(p) filter (now) / sum(g) filter (now)) end i7
              from inv group by uscc),
            con as (
              select uscc, persons, payable - paid u, period,
                     period between '2025-09' and '2026-08' now, period between '2026-04' and '2026-09' recent
              from {contribution_month}
              where scheme = 'SOCIAL_INSURANCE' and known_at < timestamptz '2026-10-01 00:00:00+08'),
            c as (select uscc,
              arg_max(persons, period) filter (recent) c1,
              case when count(*) filter (now) >= 6 then count(*) filter (now and u > 0) end c2
              from con group by uscc),
            bill as (
              select uscc, quantity q, period between '2026-06' and '2026-08' lately,
                     period between '2025-09' and '2026-08' now, period between '2024-09' and '2025-08' before
              from {utility_bill}
              where utility = 'ELECTRICITY' and known_at < timestamptz '2026-10-01 00:00:00+08'),
            b as (select uscc,
              case when count(*) filter (now) >= 6 then sum(q) filter (now) end b1,
              case when count(*) filter (now) >= 6 and count(*) filter (before) >= 6 and avg(q) filter (before) > 0
                   then greatest(-1, least(10, (avg(q) filter (now) - avg(q) filter (before)) / avg(q) filter (before))) end b2,
              case when count(*) filter (now) >= 6 and count(*) filter (lately) >= 1 and max(q) filter (now) > 0
                   then least(1, avg(q) filter (lately) / max(q) filter (now)) end b3
              from bill group by uscc),
            p as (select uscc,
              count(*) filter (origin = 'ACQUIRED') / count(*) p1,
              datesub('month', max(occurred_at) filter (origin = 'ORIGINAL'), date '2026-10-01') p2
              from {patent} where known_at < timestamptz '2026-10-01 00:00:00+08' group by uscc)
            select uscc, t1, t2, t3, t4, t5, t6, i1, i2, i3, i4, i5, i6, i7, c1, c2, b1, b2, b3, p1, p2
            from t full join i using (uscc) full join c using (uscc) full join b using (uscc) full join p using (uscc)""";
}
