package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import java.time.OffsetDateTime;
import java.util.List;
import reactor.core.publisher.Mono;
import techflow.api.application.ModelSource;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.signing.ArtifactSignature;

/** The registry's tables, read only: the newest event of an alias names its bearer. */
public final class R2dbcModelSource implements ModelSource {
    private static final String BEARER = "select sha256 from model_event where alias = $1 order by seq desc limit 1";
    private static final String SIGNATURES = "select key_id, signature, signed_by, signed_at from model_signature"
            + " where sha256 = $1 order by signed_at, key_id";
    private static final String BYTES = "select bytes from model_artifact where sha256 = $1";

    private final Database database;

    public R2dbcModelSource(Database database) {
        this.database = database;
    }

    @Override
    public Mono<String> bearer(String alias) {
        return database.row(BEARER, List.of(alias), row -> value(row, "sha256", String.class));
    }

    @Override
    public Mono<byte[]> artifact(String sha256) {
        return database.row(BYTES, List.of(sha256), row -> value(row, "bytes", byte[].class))
                .switchIfEmpty(Mono.error(() -> new ModelFault(
                        ProblemCode.MODEL_UNKNOWN,
                        "No artefact " + sha256 + " is registered",
                        Parameter.safe("sha256", sha256))));
    }

    @Override
    public Mono<List<ArtifactSignature>> signatures(String sha256) {
        return database.rows(
                SIGNATURES,
                List.of(sha256),
                row -> new ArtifactSignature(
                        value(row, "key_id", String.class),
                        value(row, "signature", String.class),
                        value(row, "signed_by", String.class),
                        value(row, "signed_at", OffsetDateTime.class).toInstant()));
    }
}
