package techflow.api.persistence;

import java.util.List;
import reactor.core.publisher.Mono;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** Whether the database has the schema that this release works with. The service migrates nothing itself. */
public final class SchemaVersion {
    /** The newest migration that this release knows. */
    public static final String EXPECTED = "15";

    private static final String NEWEST = "select version, success from flyway_schema_history where version is not null"
            + " order by installed_rank desc limit 1";
    private static final String HAS_HISTORY = "select to_regclass('flyway_schema_history') is not null as present";

    private final Database database;

    public SchemaVersion(Database database) {
        this.database = database;
    }

    /** Completes when the schema is the expected one; fails with STORE_UNAVAILABLE and a message that says what to do. */
    public Mono<Void> require() {
        return database.row(HAS_HISTORY, List.of(), row -> SignalRows.value(row, "present", Boolean.class))
                .flatMap(present -> present ? newest() : Mono.just("none"))
                .flatMap(found -> found.equals(EXPECTED) ? Mono.empty() : Mono.error(refusal(found)));
    }

    private Mono<String> newest() {
        return database.row(
                        NEWEST,
                        List.of(),
                        row -> SignalRows.value(row, "success", Boolean.class)
                                ? SignalRows.value(row, "version", String.class)
                                : "failed " + SignalRows.value(row, "version", String.class))
                .defaultIfEmpty("none");
    }

    private static PlatformFault refusal(String found) {
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE,
                "The database schema must have version " + EXPECTED + ", found " + found
                        + "; run the migration of this release, then the service becomes ready by itself",
                null);
    }
}
