package techflow.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import techflow.cli.LoggedVectors.Logged;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.PeerReference;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.postgres.PostgresPeerTables;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;

/** Logged vectors by the catalogue that must give them again: the one bound to the very peer table that the log names. */
final class ParityCatalogs {
    private final FeatureCatalog unbound;
    private final PostgresPeerTables tables;

    ParityCatalogs(FeatureCatalog unbound, DataSource database) {
        this.unbound = unbound;
        this.tables = new PostgresPeerTables(database);
    }

    /** @throws ModelFault ARTIFACT_CORRUPT when a table that ranked is not kept any more, or not as it was */
    Map<FeatureCatalog, List<Logged>> of(List<Logged> logged) {
        Map<String, FeatureCatalog> byTable = new LinkedHashMap<>();
        FeatureCatalog noneCounted = unbound.against(new NoTableCounts());
        Map<FeatureCatalog, List<Logged>> found = new LinkedHashMap<>();
        for (Logged one : logged) {
            FeatureCatalog catalog = one.peerTable()
                    .map(id -> byTable.computeIfAbsent(id, this::bound))
                    .orElseGet(() -> hadTables(one.vector()) ? noneCounted : unbound);
            found.computeIfAbsent(catalog, any -> new java.util.ArrayList<>()).add(one);
        }
        return found;
    }

    private FeatureCatalog bound(String id) {
        PeerTable table = tables.find(id)
                .orElseThrow(() -> new ModelFault(
                        ProblemCode.ARTIFACT_CORRUPT,
                        "The peer table " + id + " of the score log must be in the database"));
        return unbound.against(PeerTables.of(List.of(table)));
    }

    /**
     * Without a table every rank is missing; only the reason says whether the service had none at all or none that
     * counted at the instant, and the log keeps no more than the reason.
     */
    private boolean hadTables(FeatureVector logged) {
        for (int i = 0; i < logged.values().size(); i++) {
            FeatureDefinition definition = unbound.definitions().get(i);
            if (logged.values().get(i) instanceof FeatureValue.Missing rank
                    && rank.reason() == MissingReason.NOT_ENOUGH_HISTORY
                    && definition
                            .rankOf()
                            .filter(base -> logged.value(base) instanceof FeatureValue.Numeric)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Tables of which none counts at the instant. */
    private record NoTableCounts() implements PeerReference {
        @Override
        public Ranking ranking(Snapshot snapshot, FeatureVector own) {
            MissingReason why =
                    snapshot.profile().isPresent() ? MissingReason.NOT_ENOUGH_HISTORY : MissingReason.NO_DATA;
            return (feature, value) -> FeatureValue.missing(why);
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public void requireMadeFor(FeatureSchema schema) {
            // it ranks nothing, so that it suits every schema
        }
    }
}
