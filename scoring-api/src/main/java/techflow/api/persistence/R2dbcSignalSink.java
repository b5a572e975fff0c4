package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import techflow.api.application.SignalSink;
import techflow.api.application.SignalTally;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalKind;
import tools.jackson.databind.json.JsonMapper;

/** Rows into {@code signal}, a chunk in one statement; deliveries into {@code signal_load}. */
public final class R2dbcSignalSink implements SignalSink {
    /** What is stored is read as of before the statement, so that a row it inserts does not count as stored. */
    private static final String ROWS = """
            with rows as (
                select place, e, n, k::timestamptz as k, o::date as o, s, array(
                    select x from jsonb_array_elements_text(c::jsonb) with ordinality as t (x, i) order by i) as cells
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                    with ordinality as u (e, n, k, o, s, c, place))""";

    private static final String INSERT = """
            , fresh as (
                insert into signal (enterprise_id, kind, natural_key, known_at, occurred_at, source, cells)
                select e, $1, n, k, o, s, cells from rows order by e, n, k on conflict do nothing)""";

    private static final String FATES = """
            select case when t.enterprise_id is null then 'INSERTED'
                        when t.cells = r.cells and t.occurred_at = r.o and t.source = r.s then 'DUPLICATE'
                        else 'CONFLICT' end as fate
            from rows r left join lateral (
                select * from signal where enterprise_id = r.e and kind = $1 and natural_key = r.n and known_at = r.k
                limit 1) t on true
            order by r.place""";

    private static final String ENTER = """
            with known as (select load_id from signal_load where sha256 = $3 and kind = $2 and status = 'DONE' limit 1),
            entered as (
                insert into signal_load (file_name, kind, sha256, bytes, application, strict, status, started_at,
                    finished_at, rows_read, inserted, duplicates, conflicts, rejected)
                select $1, $2, $3, $4, $5, false, 'DONE', $6, clock_timestamp(), $7, $8, $9, $10, $11
                where not exists (select 1 from known) returning load_id)
            select load_id from known union all select load_id from entered""";

    private final Database database;

    public R2dbcSignalSink(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<Fate>> store(SignalKind kind, List<Signal> signals, boolean rehearsed) {
        return database.rows(
                ROWS + (rehearsed ? "" : INSERT) + FATES,
                List.of(
                        kind.name(),
                        texts(signals, signal -> signal.enterprise().code()),
                        texts(signals, Signal::naturalKey),
                        texts(signals, signal -> signal.knownAt().toString()),
                        texts(signals, signal -> signal.occurredAt().toString()),
                        texts(signals, signal -> signal.header().source()),
                        texts(
                                signals,
                                signal -> JsonMapper.shared().writeValueAsString(SignalDecoder.encodeOwn(signal)))),
                row -> Fate.valueOf(value(row, "fate", String.class)));
    }

    @Override
    public Mono<Long> enter(Delivery delivery, Instant startedAt, SignalTally tally) {
        return database.row(
                ENTER,
                List.of(
                        delivery.name(),
                        delivery.kind().name(),
                        delivery.sha256(),
                        delivery.bytes(),
                        "techflow-api " + delivery.client(),
                        startedAt.atOffset(ZoneOffset.UTC),
                        tally.read(),
                        tally.inserted(),
                        tally.duplicates(),
                        tally.conflicts(),
                        tally.rejected()),
                row -> value(row, "load_id", Long.class));
    }

    private static String[] texts(List<Signal> signals, Function<Signal, String> text) {
        return signals.stream().map(text).toArray(String[]::new);
    }
}
