package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.PeerWorld;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.file.CsvSignalWriter;
import techflow.features.store.file.FilePeerTables;
import techflow.features.store.postgres.PostgresPeerTables;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.features.store.postgres.PostgresSignalStore;
import techflow.scoring.artifact.VectorJson;
import techflow.testing.MemorySignalStore;
import techflow.testing.TestDatabase;

class PeersCommandTest {
    private static final AsOf DATE = PeerWorld.DATES.get(4);
    private static final FeatureCatalog CATALOG = StandardCatalog.catalog();
    private static final Map<EnterpriseId, List<Signal>> POPULATION =
            PeerWorld.world().histories();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_table_built_from_files_equals_the_one_built_from_the_database_and_both_are_listed() {
        TestDatabase database = database();
        try (CsvSignalWriter writer = CsvSignalWriter.into(folder);
                var stored = new PostgresSignalStore(database.dataSource()).histories()) {
            stored.forEach(history -> history.signals().forEach(writer::write));
        }

        assertThat(run("peers", "build", "--as-of", "2025-10-01", "--from", folder.toString()))
                .as(err.toString())
                .isZero();
        assertThat(run("peers", "build", "--as-of", "2025-10-01", "--database", url(database)))
                .as(err.toString())
                .isZero();

        PeerTable fromFiles = only(new FilePeerTables(folder.resolve("peers")).tables(CATALOG.schema()));
        PeerTable fromDatabase = only(new PostgresPeerTables(database.dataSource()).tables(CATALOG.schema()));
        assertThat(fromFiles.text()).isEqualTo(fromDatabase.text());
        assertThat(fromFiles.asOf()).isEqualTo(DATE);
        out.getBuffer().setLength(0);
        assertThat(run("peers", "list", "--database", url(database))).isZero();
        assertThat(out.toString())
                .contains("2025-10-01", StandardCatalog.VERSION, fromFiles.id().substring(0, 12))
                .doesNotContain("other features");
    }

    @Test
    void a_day_to_come_is_refused() {
        assertThat(run("peers", "build", "--as-of", "2199-01-01", "--from", folder.toString()))
                .isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString()).contains("--as-of", "must not lie after today", "2199-01-01");
    }

    @Test
    void without_tables_the_list_says_how_to_make_one() {
        assertThat(run("peers", "list", "--from", folder.toString())).isZero();
        assertThat(out.toString()).contains("peers build");
    }

    @Test
    void a_logged_vector_is_ranked_again_by_the_table_it_names() {
        TestDatabase database = database();
        PeerTable table = PeerWorld.world().tables().at(DATE).orElseThrow();
        new PostgresPeerTables(database.dataSource()).save(table);
        FeatureName rank = new FeatureName("peer_pct_sales");
        FeatureVector vector = POPULATION.entrySet().stream()
                .map(one -> PeerWorld.world().catalog().compute(Snapshot.cut(one.getKey(), DATE, one.getValue())))
                .filter(one -> !Double.isNaN(one.number(rank)))
                .findFirst()
                .orElseThrow();

        PeerReplay honest = PeerReplay.of(table.id(), VectorJson.write(vector), database.dataSource());
        List<FeatureValue> changed = new ArrayList<>(vector.values());
        changed.set(CATALOG.schema().position(rank).orElseThrow(), FeatureValue.of(0.123));
        FeatureVector forged = new FeatureVector(vector.enterprise(), vector.asOf(), vector.schema(), changed);
        PeerReplay different = PeerReplay.of(table.id(), VectorJson.write(forged), database.dataSource());

        assertThat(honest.different()).isFalse();
        assertThat(honest.describe()).contains(table.id().substring(0, 12), "2025-10-01", "equal to the last digit");
        assertThat(different.different()).isTrue();
        assertThat(different.describe()).contains("DIFFERENT");
    }

    @Test
    void a_training_row_is_ranked_by_the_table_of_its_own_instant_and_unlabelled_firms_count_as_peers() {
        List<AsOf> times = List.of(PeerWorld.DATES.get(2), DATE);
        StagedPopulation population = new StagedPopulation(CATALOG, times);
        List<EnterpriseId> labelled =
                POPULATION.keySet().stream().limit(POPULATION.size() / 2).toList();
        new LocalFeatureEngine(2)
                .compute(
                        new MemorySignalStore(POPULATION),
                        population.catalog(),
                        population.spine(POPULATION.keySet()),
                        vector -> population.add(
                                vector,
                                labelled.contains(vector.enterprise()) ? Optional.of(false) : Optional.empty()));
        PeerTables tables = population.tables();
        var set = population.trainingSet(tables);

        assertThat(tables.all()).extracting(PeerTable::asOf).containsExactlyElementsOf(times);
        assertThat(tables.at(DATE).orElseThrow().firms())
                .isEqualTo(PeerWorld.world().tables().at(DATE).orElseThrow().firms());
        assertThat(set.size()).isBetween(labelled.size(), 2 * labelled.size());
        Map<Boolean, Integer> ranked = new TreeMap<>();
        for (int row = 0; row < set.size(); row++) {
            EnterpriseId firm = set.enterprise(row);
            Snapshot snapshot =
                    Snapshot.cut(firm, set.asOf(row), PeerWorld.world().history(firm));
            assertThat(set.vector(row)).isEqualTo(CATALOG.against(tables).compute(snapshot));
            ranked.merge(!Double.isNaN(set.vector(row).number(new FeatureName("peer_pct_sales"))), 1, Integer::sum);
        }
        assertThat(ranked).containsKey(true);
    }

    private static PeerTable only(PeerTables tables) {
        assertThat(tables.all()).hasSize(1);
        return tables.all().getFirst();
    }

    private static TestDatabase database() {
        TestDatabase database = TestDatabase.fresh();
        new PostgresSignalLoader(database.dataSource())
                .load(POPULATION.values().stream().flatMap(List::stream));
        return database;
    }

    private static String url(TestDatabase database) {
        return "postgresql://" + TestDatabase.USER + "@" + database.host() + ":" + database.port() + "/"
                + database.name();
    }

    private int run(String... words) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
