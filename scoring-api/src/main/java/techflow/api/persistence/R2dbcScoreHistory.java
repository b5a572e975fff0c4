package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.application.ScoreHistory;
import techflow.features.signal.EnterpriseId;

/** Pages of {@code score_log} along its index by tenant and enterprise. */
public final class R2dbcScoreHistory implements ScoreHistory {
    private static final String PAGE = """
            select requested_at, score_id, purpose, client, answer from score_log
            where tenant_id = $1 and enterprise_id = $2 and (requested_at, score_id) < ($3, $4)
            order by requested_at desc, score_id desc limit $5""";

    /** Later than any score. */
    private static final Place END_OF_TIME = new Place(Instant.parse("9999-12-31T00:00:00Z"), "");

    private final Database database;

    public R2dbcScoreHistory(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<Entry>> page(String tenant, EnterpriseId enterprise, Optional<Place> after, int limit) {
        Place from = after.orElse(END_OF_TIME);
        return database.rows(
                PAGE,
                List.of(
                        tenant,
                        enterprise.code(),
                        from.requestedAt().atOffset(ZoneOffset.UTC),
                        from.scoreId(),
                        limit),
                R2dbcScoreHistory::entry);
    }

    private static Entry entry(Readable row) {
        return new Entry(
                new Place(
                        value(row, "requested_at", OffsetDateTime.class).toInstant(),
                        value(row, "score_id", String.class)),
                value(row, "purpose", String.class),
                value(row, "client", String.class),
                value(row, "answer", String.class));
    }
}
