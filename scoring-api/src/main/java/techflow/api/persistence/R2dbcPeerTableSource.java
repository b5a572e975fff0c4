package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import techflow.api.application.PeerTableSource;
import techflow.features.peer.PeerTable;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;

/** The table {@code peer_table}, read only. */
public final class R2dbcPeerTableSource implements PeerTableSource {
    private static final String IDS = """
            select distinct on (as_of) id from peer_table where schema_fingerprint = $1
            order by as_of, built_at desc, id desc""";
    private static final String BODY = "select body from peer_table where id = $1";

    private final Database database;
    private final Scheduler scheduler;

    /** @param scheduler where tables are read and hashed */
    public R2dbcPeerTableSource(Database database, Scheduler scheduler) {
        this.database = database;
        this.scheduler = scheduler;
    }

    @Override
    public Mono<List<String>> ids(String schemaFingerprint) {
        return database.rows(IDS, List.of(schemaFingerprint), row -> value(row, "id", String.class));
    }

    @Override
    public Mono<PeerTable> table(String id) {
        return database.row(BODY, List.of(id), row -> value(row, "body", String.class))
                .publishOn(scheduler)
                .map(PeerTable::read)
                .filter(table -> table.id().equals(id))
                .switchIfEmpty(Mono.error(() -> new ModelFault(
                        ProblemCode.ARTIFACT_CORRUPT,
                        "The peer table " + id + " must have this hash",
                        Parameter.safe("id", id))));
    }
}
