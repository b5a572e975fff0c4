package techflow.cli;

import javax.sql.DataSource;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureVector;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.postgres.PostgresPeerTables;
import techflow.features.store.postgres.PostgresSignalStore;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.VectorJson;

/**
 * The ranks of a logged vector computed again, with exactly the peer table that was used and the firm's master data of
 * then.
 *
 * @param describe what was found, for people
 * @param different true when a rank is another one than was logged
 */
record PeerReplay(String describe, boolean different) {
    static PeerReplay of(String tableId, String inputs, DataSource database) {
        PeerTable table = new PostgresPeerTables(database)
                .find(tableId)
                .orElseThrow(() -> new ModelFault(
                        ProblemCode.ARTIFACT_CORRUPT,
                        "The peer table " + tableId + " of the log must be in the database"));
        FeatureCatalog catalog = StandardCatalog.catalog();
        String name = "peer table " + tableId.substring(0, 12) + " as of "
                + table.asOf().date();
        if (!table.schemaFingerprint().equals(catalog.schema().fingerprint())) {
            return new PeerReplay(name + ": of feature set " + table.featureSet() + ", not ranked again", false);
        }
        FeatureVector logged = VectorJson.read(inputs, catalog.schema());
        Snapshot then = Snapshot.cut(
                logged.enterprise(), logged.asOf(), new PostgresSignalStore(database).history(logged.enterprise()));
        PeerTables tables = PeerTables.of(java.util.List.of(table));
        boolean equal = catalog.ranked(logged, tables.ranking(then, logged)).equals(logged);
        return new PeerReplay(
                name + (equal ? ": ranks equal to the last digit" : ": ranks DIFFERENT from what was logged"), !equal);
    }
}
