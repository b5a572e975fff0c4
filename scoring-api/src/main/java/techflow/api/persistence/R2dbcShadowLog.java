package techflow.api.persistence;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import techflow.api.application.ShadowLog;
import techflow.api.application.ShadowScore;
import techflow.scoring.score.CreditScore;

/** The table {@code shadow_score}: one statement per batch. */
public final class R2dbcShadowLog implements ShadowLog {
    /** Arrays of the driver hold no null: a firm without a score comes with an empty grade. */
    private static final String APPEND = """
            insert into shadow_score (score_id, model_sha256, scored_at, log_odds, pd, score, grade)
            select id, sha, at, case when grade <> '' then odds end, case when grade <> '' then pd end,
                case when grade <> '' then score end, nullif(grade, '')
            from unnest($1::text[], $2::text[], $3::timestamptz[], $4::float8[], $5::float8[], $6::int4[], $7::text[])
                as given (id, sha, at, odds, pd, score, grade)
            on conflict do nothing""";

    private final Database database;

    public R2dbcShadowLog(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Void> append(List<ShadowScore> scores) {
        if (scores.isEmpty()) {
            return Mono.empty();
        }
        List<Object> columns = List.of(
                scores.stream().map(ShadowScore::scoreId).toArray(String[]::new),
                scores.stream().map(ShadowScore::modelSha256).toArray(String[]::new),
                scores.stream().map(one -> one.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
                numbers(scores, CreditScore::logOdds).toArray(Double[]::new),
                numbers(scores, credit -> credit.pd().value()).toArray(Double[]::new),
                scores.stream()
                        .map(one -> one.credit().map(CreditScore::score).orElse(0))
                        .toArray(Integer[]::new),
                scores.stream()
                        .map(one -> one.credit()
                                .map(credit -> credit.grade().name())
                                .orElse(""))
                        .toArray(String[]::new));
        return database.change(APPEND, columns).then();
    }

    private static List<Double> numbers(List<ShadowScore> scores, Function<CreditScore, Double> of) {
        return scores.stream().map(one -> one.credit().map(of).orElse(0.0)).toList();
    }
}
