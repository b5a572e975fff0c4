package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import techflow.api.application.ActivePeers;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestModels;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;
import techflow.features.peer.PeerStaging;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.postgres.PostgresPeerTables;
import techflow.scoring.artifact.VectorJson;

/** Tables that arrive while the service runs rank its firms, and the log names the table. */
class PeerRanksTest {
    private static final FeatureCatalog CATALOG = StandardCatalog.catalog();
    private static final FeatureName RANK = new FeatureName("peer_pct_sales");
    private static final AsOf EARLIER = AsOf.startOf(LocalDate.of(2026, 10, 1));

    @Test
    void a_score_is_ranked_by_the_latest_table_of_its_day_and_the_log_names_it() {
        try (RunningService service = RunningService.ready()) {
            Logged without = score(service);
            assertThat(without.table()).isEmpty();
            assertThat(without.vector().number(RANK)).isNaN();

            PeerTable first = table(EARLIER);
            save(service, first);
            Logged ranked = score(service);
            assertThat(ranked.table()).contains(first.id());
            assertThat(ranked.vector()).isEqualTo(offline(first));
            assertThat(ranked.vector().number(RANK)).isBetween(0.0, 1.0);

            PeerTable latest = table(TestModels.AS_OF);
            save(service, latest);
            assertThat(score(service).table()).contains(latest.id());

            PeerTable tooLate = table(new AsOf(TestModels.AS_OF.instant().plusMillis(1)));
            save(service, tooLate);
            Logged before = score(service);
            assertThat(before.table()).contains(latest.id());
            assertThat(before.vector()).isEqualTo(offline(latest));
        }
    }

    @Test
    void a_table_of_another_feature_set_is_not_used_and_a_corrupt_one_is_refused() {
        try (RunningService service = RunningService.ready()) {
            PeerTable good = table(EARLIER);
            save(service, good);
            FeatureCatalog other = new FeatureCatalog("fs-other", CATALOG.definitions());
            new PostgresPeerTables(service.database().dataSource())
                    .save(new PeerStaging(other).table(TestModels.AS_OF).build());
            service.sql("insert into peer_table (id, as_of, feature_set, schema_fingerprint, firms, groups, body)"
                    + " values (repeat('0', 64), '2026-10-15', 'fs', '"
                    + CATALOG.schema().fingerprint() + "', 1, 1, 'no table')");
            assertThat(score(service).table()).contains(good.id());
            assertThat(service.isReady()).isTrue();
        }
    }

    /** What was logged with a score. */
    private record Logged(Optional<String> table, FeatureVector vector) {}

    private static Logged score(RunningService service) {
        String id = String.valueOf(Objects.requireNonNull(service.client()
                        .post()
                        .uri("/v1/scores")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of(
                                "uscc", TestFirms.SOUND.toString(),
                                "asOf", "2026-11-01",
                                "purpose", "LOAN_REVIEW",
                                "authorisationId", "A-0001"))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody())
                .get("scoreId"));
        try (Connection connection = service.database().dataSource().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select peer_table_id, inputs from score_log where score_id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return new Logged(
                        Optional.ofNullable(row.getString(1)), VectorJson.read(row.getString(2), CATALOG.schema()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Saves the table and waits until the service holds it. */
    private static void save(RunningService service, PeerTable table) {
        new PostgresPeerTables(service.database().dataSource()).save(table);
        ActivePeers peers = service.context().getBean(ActivePeers.class);
        service.await("holding " + table, () -> peers.current().tables().all().contains(table));
    }

    private static FeatureVector offline(PeerTable table) {
        return CATALOG.against(PeerTables.of(List.of(table)))
                .compute(Snapshot.cut(
                        TestFirms.SOUND,
                        TestModels.AS_OF,
                        TestFirms.all().stream()
                                .filter(signal -> signal.enterprise().equals(TestFirms.SOUND))
                                .toList()));
    }

    /** The test firms are few, so a group of one counts. */
    private static PeerTable table(AsOf asOf) {
        PeerStaging staging = new PeerStaging(CATALOG);
        PeerTable.Builder builder = staging.table(asOf, 1);
        TestFirms.all().stream()
                .collect(Collectors.groupingBy(Signal::enterprise))
                .forEach((firm, signals) -> builder.add(staging.catalog().compute(Snapshot.cut(firm, asOf, signals))));
        return builder.build();
    }
}
