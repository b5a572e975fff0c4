package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.application.EnterpriseDirectory;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.SignalKind;

/** The directory over the table {@code signal}. */
public final class R2dbcEnterpriseDirectory implements EnterpriseDirectory {
    private static final String KINDS = """
            select kind, count(*) as signals, max(occurred_at) as occurred, max(known_at) as known
            from signal where enterprise_id = $1 and known_at < $2 group by kind""";
    private static final String PROFILE = "select " + SignalRows.COLUMNS
            + " from signal where enterprise_id = $1 and kind = 'ENTERPRISE_PROFILE' and known_at < $2"
            + " order by known_at desc limit 1";
    private static final String SEARCH = """
            select enterprise_id, name from (
                select distinct on (enterprise_id) enterprise_id, cells[1] as name
                from signal where kind = 'ENTERPRISE_PROFILE' and known_at < $3
                order by enterprise_id, known_at desc) latest
            where starts_with(enterprise_id, $1) or strpos(name, $2) > 0
            order by (not starts_with(name, $2)), enterprise_id limit $4""";

    private final Database database;
    private final Clock clock;

    public R2dbcEnterpriseDirectory(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Enterprise> find(EnterpriseId enterprise) {
        List<Object> values = List.of(enterprise.code(), now());
        return database.rows(KINDS, values, R2dbcEnterpriseDirectory::summary)
                .filter(kinds -> !kinds.isEmpty())
                .flatMap(kinds ->
                        profile(enterprise, values).map(profile -> new Enterprise(enterprise, profile, sorted(kinds))));
    }

    @Override
    public Mono<List<Match>> search(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        return database.rows(
                SEARCH,
                List.of(code, text, now(), SEARCH_LIMIT),
                row -> new Match(
                        new EnterpriseId(value(row, "enterprise_id", String.class)), value(row, "name", String.class)));
    }

    private Mono<Optional<EnterpriseProfile>> profile(EnterpriseId enterprise, List<Object> values) {
        return database.rows(PROFILE, values, row -> (EnterpriseProfile) SignalRows.decode(enterprise, row))
                .map(rows -> rows.stream().findFirst());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static KindSummary summary(Readable row) {
        return new KindSummary(
                SignalKind.valueOf(value(row, "kind", String.class)),
                value(row, "signals", Long.class),
                value(row, "occurred", LocalDate.class),
                value(row, "known", OffsetDateTime.class).toInstant());
    }

    private static List<KindSummary> sorted(List<KindSummary> kinds) {
        return kinds.stream().sorted(Comparator.comparing(KindSummary::kind)).toList();
    }
}
