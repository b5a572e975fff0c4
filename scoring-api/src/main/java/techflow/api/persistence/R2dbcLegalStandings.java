package techflow.api.persistence;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.answer.ObjectionMark;
import techflow.api.application.LegalStanding;
import techflow.api.application.LegalStandings;
import techflow.api.application.ScoreCommand;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One small query by unique keys; it gives one row, so that it can be joined to another. */
public final class R2dbcLegalStandings implements LegalStandings {
    private static final String STANDING = """
            select a.*, r.revoked_at, r.revoked_by, r.reason, (
                select json_agg(json_build_object('id', o.objection_id, 'itemKind', o.item_kind, 'item', o.item,
                    'status', coalesce(d.outcome, 'OPEN'), 'filedOn', (o.filed_at at time zone 'Asia/Shanghai')::date,
                    'dueOn', o.due_on, 'statement', o.statement, 'note', d.text) order by o.objection_id)::text
                from objection o left join objection_answer d using (objection_id)
                where o.enterprise_id = $3 and coalesce(d.outcome, 'NOTED') = 'NOTED'
                    and (o.item_kind <> 'SCORE' or o.tenant_id = $1)) as objections
            from (select 1) as one
                left join lateral (
                    select * from authorisation where tenant_id = $1 and number = $2
                    order by (enterprise_id = $3) desc limit 1) a on true
                left join authorisation_revocation r using (authorisation_id)""";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Database database;

    public R2dbcLegalStandings(Database database) {
        this.database = database;
    }

    @Override
    public Mono<LegalStanding> of(ScoreCommand command) {
        return database.row(
                STANDING,
                List.of(
                        command.caller().tenant(),
                        command.authorisationId(),
                        command.enterprise().code()),
                R2dbcLegalStandings::read);
    }

    private static LegalStanding read(Readable row) {
        boolean filed = row.get("authorisation_id", String.class) != null;
        return new LegalStanding(
                filed ? Optional.of(AuthorisationRows.read(row)) : Optional.empty(),
                Optional.ofNullable(row.get("objections", String.class))
                        .map(json -> MAPPER.readValue(json, new TypeReference<List<ObjectionMark>>() {}))
                        .orElse(List.of()));
    }
}
