package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;
import techflow.features.peer.PeerStaging;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.file.CsvSignalStore;
import techflow.features.store.postgres.PostgresPeerTables;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.scoring.artifact.VectorJson;
import techflow.testing.TestDatabase;

class ParityCommandTest {
    private static final AsOf AS_OF = AsOf.startOf(LocalDate.of(2026, 9, 1));
    private static final Instant FIRST = Instant.parse("2026-09-02T01:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<FeatureVector> vectors = new ArrayList<>();

    @BeforeEach
    void three_firms_are_scored_online() throws SQLException {
        List<Signal> signals = new ArrayList<>();
        try (var histories = new CsvSignalStore(SignalSource.signals(SyntheticFolder.FOLDER)).histories()) {
            histories.limit(3).forEach(history -> {
                signals.addAll(history.signals());
                vectors.add(StandardCatalog.catalog()
                        .compute(Snapshot.cut(history.enterprise(), AS_OF, history.signals())));
            });
        }
        new PostgresSignalLoader(database.dataSource()).load(signals.stream());
        execute("insert into model_artifact values (repeat('a', 64), 'm', '1', '', now(), 'test')");
        execute("insert into technology_settings values ('t', 'yaml')");
        for (int i = 0; i < vectors.size(); i++) {
            log("score-" + i, FIRST.plusSeconds(60L * i), VectorJson.write(vectors.get(i)));
        }
    }

    @Test
    void what_was_computed_online_is_computed_again_in_batch_to_the_last_bit() {
        assertThat(run()).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("3 vectors compared")
                .contains(StandardCatalog.catalog().schema().size() + " of "
                        + StandardCatalog.catalog().schema().size() + " features equal");
    }

    @Test
    void a_row_that_came_later_with_an_earlier_time_of_knowledge_is_found_by_feature() {
        EnterpriseId firm = vectors.getFirst().enterprise();
        LocalDate end = LocalDate.of(2026, 6, 30);
        new PostgresSignalLoader(database.dataSource())
                .load(Stream.of(new MonthlyTax(
                        new SignalHeader(firm, end, AS_OF.instant().minusSeconds(60), "STA"),
                        YearMonth.of(2026, 6),
                        Money.ofYuan(77_777_777),
                        Money.ofYuan(1),
                        Money.ofYuan(1),
                        Money.ZERO,
                        false)));

        assertThat(run()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(out.toString())
                .contains("✗ tax_sales_12m: 1 of 3 differ (33.33%)", "first logged " + FIRST + ", last " + FIRST)
                .contains("max |difference|", firm.masked())
                .doesNotContain(firm.code())
                .doesNotContain("✗ invention_density");
    }

    @Test
    void only_the_scores_since_a_day_and_only_the_newest_are_compared() {
        assertThat(run("--since", "2026-09-03")).isZero();
        assertThat(out.toString()).contains("No score with", "since 2026-09-03");
        assertThat(run("--limit", "2")).isZero();
        assertThat(out.toString()).contains("2 vectors compared");
    }

    @Test
    void a_vector_of_another_feature_set_is_counted_and_not_compared() throws SQLException {
        log(
                "score-old",
                FIRST,
                VectorJson.write(vectors.getFirst()).replace("\"schema\":\"fs-", "\"schema\":\"old-fs-"));
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("not compared: 1 of feature set old-fs-", "3 vectors compared");
    }

    @Test
    void ranks_are_computed_again_with_the_very_table_that_the_log_names() throws SQLException {
        PeerTable ranked = table(AS_OF, vectors);
        PeerTable later = table(AsOf.startOf(LocalDate.of(2026, 10, 1)), vectors);
        PeerTable other = table(AS_OF, vectors.subList(0, 1));
        Stream.of(ranked, later, other).forEach(new PostgresPeerTables(database.dataSource())::save);
        FeatureName rank = new FeatureName("peer_pct_sales");
        List<FeatureVector> withRanks = recomputed(PeerTables.of(List.of(ranked)));
        assertThat(withRanks).anyMatch(one -> !Double.isNaN(one.number(rank)));
        List<FeatureVector> beforeAnyTable = recomputed(PeerTables.of(List.of(later)));
        for (int i = 0; i < vectors.size(); i++) {
            log("ranked-" + i, FIRST, VectorJson.write(withRanks.get(i)), Optional.of(ranked.id()));
            log("early-" + i, FIRST, VectorJson.write(beforeAnyTable.get(i)), Optional.empty());
        }
        assertThat(run()).as(out.toString() + err).isZero();
        assertThat(out.toString()).contains("9 vectors compared");

        log("wrong", FIRST.plusSeconds(9), VectorJson.write(withRanks.getLast()), Optional.of(other.id()));
        assertThat(run()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(out.toString()).contains("✗ peer_pct_");
    }

    /** As {@code peers build} makes it, but of groups however small. */
    private static PeerTable table(AsOf asOf, List<FeatureVector> population) {
        PeerStaging staging = new PeerStaging(StandardCatalog.catalog());
        PeerTable.Builder builder = staging.table(asOf, 1);
        population.forEach(one -> builder.add(
                staging.catalog().compute(Snapshot.cut(one.enterprise(), asOf, history(one.enterprise())))));
        return builder.build();
    }

    private List<FeatureVector> recomputed(PeerTables tables) {
        FeatureCatalog catalog = StandardCatalog.catalog().against(tables);
        return vectors.stream()
                .map(one -> catalog.compute(Snapshot.cut(one.enterprise(), AS_OF, history(one.enterprise()))))
                .toList();
    }

    private static List<Signal> history(EnterpriseId firm) {
        return new CsvSignalStore(SignalSource.signals(SyntheticFolder.FOLDER)).history(firm);
    }

    private int run(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "parity",
                "--database",
                "postgresql://" + TestDatabase.USER + "@" + database.host() + ":" + database.port() + "/"
                        + database.name()));
        words.addAll(List.of(more));
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
    }

    private void log(String scoreId, Instant at, String inputs) throws SQLException {
        log(scoreId, at, inputs, Optional.empty());
    }

    private void log(String scoreId, Instant at, String inputs, Optional<String> peerTable) throws SQLException {
        String sql = "insert into score_log values (?, ?, ?, ?, 'LOAN_REVIEW', 'A-1', 'k', 'r', 'API', repeat('a', 64),"
                + " 't', ?, '{}', '{}', ?, 'default')";
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, scoreId);
            insert.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            insert.setString(3, vectors.getFirst().enterprise().code());
            insert.setObject(4, OffsetDateTime.ofInstant(AS_OF.instant(), ZoneOffset.UTC));
            insert.setString(5, inputs);
            insert.setString(6, peerTable.orElse(null));
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
