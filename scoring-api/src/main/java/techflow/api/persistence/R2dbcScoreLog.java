package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.application.Channel;
import techflow.api.application.Purpose;
import techflow.api.application.RequestKey;
import techflow.api.application.ScoreAudit;
import techflow.api.application.ScoreCommand;
import techflow.api.application.ScoreLog;
import techflow.api.application.ScoreRecord;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;

/** The score log in PostgreSQL: one statement per score writes it and its audit event, committed before the answer leaves. */
public final class R2dbcScoreLog implements ScoreLog {
    private static final String KEEP =
            "insert into technology_settings (version, yaml) values ($1, $2) on conflict (version) do nothing";
    private static final String SETTINGS = "select yaml from technology_settings where version = $1";
    private static final String APPEND = """
            with once as (
                insert into request_key (tenant_id, scope, key, fingerprint, answer_id, at)
                select $16, $17, $18, $19, $1, $2 where $18 <> ''),
            audited as (insert into audit_event (event) values ($20))
            insert into score_log (score_id, requested_at, enterprise_id, as_of, purpose, authorisation_id, client,
                request_id, channel, model_sha256, settings_version, inputs, result, answer, peer_table_id, tenant_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, nullif($15, ''), $16)""";
    private static final String FIND = "select * from score_log where score_id = $1";

    private final Database database;

    public R2dbcScoreLog(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keepSettings(String version, String text) {
        return database.change(KEEP, List.of(version, text))
                .then(database.row(SETTINGS, List.of(version), row -> value(row, "yaml", String.class)))
                .flatMap(kept -> kept.equals(text) ? Mono.empty() : Mono.error(otherText(version)));
    }

    @Override
    public Mono<Void> append(ScoreRecord entry) {
        ScoreCommand command = entry.command();
        return database.change(
                        APPEND,
                        List.of(
                                entry.scoreId(),
                                entry.requestedAt().atOffset(ZoneOffset.UTC),
                                command.enterprise().code(),
                                command.asOf().instant().atOffset(ZoneOffset.UTC),
                                command.purpose().name(),
                                command.authorisationId(),
                                command.caller().client(),
                                command.caller().requestId(),
                                command.caller().channel().name(),
                                entry.modelSha256(),
                                entry.settingsVersion(),
                                entry.inputs(),
                                entry.result(),
                                entry.answer(),
                                entry.peerTableId().orElse(""),
                                command.caller().tenant(),
                                command.key().map(RequestKey::scope).orElse(""),
                                command.key().map(RequestKey::key).orElse(""),
                                command.key().map(RequestKey::fingerprint).orElse(""),
                                ScoreAudit.answered(entry).json()))
                .onErrorMap(R2dbcRequestKeys::orTaken)
                .then();
    }

    @Override
    public Mono<ScoreRecord> find(String scoreId) {
        return database.row(FIND, List.of(scoreId), R2dbcScoreLog::read);
    }

    private static ScoreRecord read(Readable row) {
        return new ScoreRecord(
                value(row, "score_id", String.class),
                value(row, "requested_at", OffsetDateTime.class).toInstant(),
                new ScoreCommand(
                        new EnterpriseId(value(row, "enterprise_id", String.class)),
                        new AsOf(value(row, "as_of", OffsetDateTime.class).toInstant()),
                        Purpose.valueOf(value(row, "purpose", String.class)),
                        value(row, "authorisation_id", String.class),
                        new ScoreCommand.Caller(
                                value(row, "client", String.class),
                                value(row, "tenant_id", String.class),
                                value(row, "request_id", String.class),
                                Channel.valueOf(value(row, "channel", String.class)))),
                value(row, "model_sha256", String.class),
                value(row, "settings_version", String.class),
                Optional.ofNullable(row.get("peer_table_id", String.class)),
                value(row, "inputs", String.class),
                value(row, "result", String.class),
                value(row, "answer", String.class));
    }

    private static ModelFault otherText(String version) {
        return new ModelFault(
                ProblemCode.SETTING_INVALID,
                "Technology settings " + version + " are already known with another text; give them another version",
                Parameter.safe("version", version));
    }
}
