package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.api.application.ModelCatalogue;
import techflow.api.application.ModelSource;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ManifestJson;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.model.ModelRef;

/** The registry's tables for people who ask what is in it. Manifests are kept once read: an artefact never changes. */
public final class R2dbcModelCatalogue implements ModelCatalogue {
    private static final String MODELS = "select a.sha256, a.model_id, a.version, a.published_at, a.published_by,"
            + " array(select alias from model_alias b where b.sha256 = a.sha256 order by alias) as aliases"
            + " from model_artifact a";
    private static final String ALL = MODELS + " order by a.published_at desc, a.sha256";
    private static final String ONE = MODELS + " where a.sha256 = $1"
            + " or exists (select from model_alias b where b.sha256 = a.sha256 and b.alias = $1)";
    private static final String MANIFEST =
            "select convert_from(bytes, 'UTF8')::json #>> '{artifact,manifest}' as manifest"
                    + " from model_artifact where sha256 = $1";
    private static final String CHANGES =
            "select at, alias, action, actor, approver, reason from model_event" + " where sha256 = $1 order by seq";

    private final Database database;
    private final ModelSource source;
    private final Map<String, ModelManifest> manifests = new ConcurrentHashMap<>();

    /** @param source knows the signatures */
    public R2dbcModelCatalogue(Database database, ModelSource source) {
        this.database = database;
        this.source = source;
    }

    private record Row(ModelRef ref, List<String> aliases, Published published) {}

    @Override
    public Mono<List<Model>> list() {
        return database.rows(ALL, List.of(), R2dbcModelCatalogue::row)
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::complete)
                .collectList();
    }

    @Override
    public Mono<Model> find(String sha256OrAlias) {
        return database.row(ONE, List.of(sha256OrAlias), R2dbcModelCatalogue::row)
                .flatMap(this::complete)
                .switchIfEmpty(Mono.error(() -> new RecordFault(
                        ProblemCode.MODEL_UNKNOWN,
                        "No model has this SHA-256 or bears this alias; GET /v1/models lists them")));
    }

    private Mono<Model> complete(Row row) {
        String sha256 = row.ref().sha256();
        return manifest(sha256)
                .flatMap(manifest -> database.rows(CHANGES, List.of(sha256), R2dbcModelCatalogue::change)
                        .flatMap(changes -> source.signatures(sha256)
                                .map(signatures -> new Model(
                                        row.ref(), row.aliases(), row.published(), manifest, changes, signatures))));
    }

    private Mono<ModelManifest> manifest(String sha256) {
        ModelManifest known = manifests.get(sha256);
        if (known != null) {
            return Mono.just(known);
        }
        return database.row(MANIFEST, List.of(sha256), row -> value(row, "manifest", String.class))
                .map(ManifestJson::read)
                .doOnNext(manifest -> manifests.put(sha256, manifest));
    }

    private static Row row(Readable row) {
        return new Row(
                new ModelRef(
                        value(row, "model_id", String.class),
                        value(row, "version", String.class),
                        value(row, "sha256", String.class)),
                Arrays.asList(value(row, "aliases", String[].class)),
                new Published(instant(row, "published_at"), value(row, "published_by", String.class)));
    }

    private static Change change(Readable row) {
        return new Change(
                instant(row, "at"),
                value(row, "alias", String.class),
                value(row, "action", String.class),
                value(row, "actor", String.class),
                Optional.ofNullable(row.get("approver", String.class)),
                value(row, "reason", String.class));
    }

    private static Instant instant(Readable row, String column) {
        return value(row, column, OffsetDateTime.class).toInstant();
    }
}
