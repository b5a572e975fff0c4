package techflow.benchmark.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import techflow.datasets.synthetic.EconomySettings;
import techflow.datasets.synthetic.SyntheticEconomy;
import techflow.datasets.synthetic.SyntheticFirm;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.testing.TestDatabase;

/** Runs a benchmark by its name; see the README of the module. */
public final class Benchmarks {
    private static final String USAGE = "snapshot [ROUNDS] | load [ROUNDS [TREES DEPTH]]";
    private static final YearMonth UNTIL = YearMonth.of(2026, 10);
    private static final AsOf AS_OF = AsOf.startOf(UNTIL.plusMonths(1).atDay(1));

    private static final String KEY = "tf_benchmark_key";
    /** Flags of the service, such as a flight recording. */
    private static final List<String> JVM = Arrays.stream(
                    System.getProperty("service.jvm", "").split(" "))
            .filter(flag -> !flag.isBlank())
            .toList();

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "snapshot" -> snapshot(rest.isEmpty() ? 9 : Integer.parseInt(rest.getFirst()));
            case "load" ->
                load(
                        rest.isEmpty() ? 4 : Integer.parseInt(rest.getFirst()),
                        rest.size() > 2 ? Integer.parseInt(rest.get(1)) : 200,
                        rest.size() > 2 ? Integer.parseInt(rest.get(2)) : 4);
            default -> throw new IllegalArgumentException("give one of: " + USAGE);
        }
        System.exit(0); // the embedded server's threads would go on
    }

    /** A firm of a third of the history, and one of the whole. */
    private static void snapshot(int rounds) {
        TestDatabase database = TestDatabase.fresh();
        List<SyntheticFirm> firms = new ArrayList<>();
        new SyntheticEconomy(new EconomySettings(300, 7, UNTIL)).generate(firms::add);
        SyntheticFirm whole = firms.stream()
                .min(java.util.Comparator.comparingInt(
                        firm -> Math.abs(firm.signals().size() - 475)))
                .orElseThrow();
        SyntheticFirm young = firms.stream()
                .min(java.util.Comparator.comparingInt(
                        firm -> Math.abs(firm.signals().size() - 155)))
                .orElseThrow();
        List<Signal> all =
                firms.stream().flatMap(firm -> firm.signals().stream()).toList();
        new PostgresSignalLoader(database.dataSource()).load(all.stream());
        SnapshotBenchmark.run(database, young.id(), AS_OF, rounds, System.out);
        SnapshotBenchmark.run(database, whole.id(), AS_OF, rounds, System.out);
    }

    /** The service with everything switched on, beside plain WebFlux with one indexed row. */
    private static void load(int rounds, int trees, int depth) throws Exception {
        TestDatabase database = TestDatabase.fresh();
        List<SyntheticFirm> firms = new ArrayList<>();
        new SyntheticEconomy(new EconomySettings(400, 7, UNTIL)).generate(firms::add);
        new PostgresSignalLoader(database.dataSource()).load(firms.stream().flatMap(firm -> firm.signals().stream()));
        List<FeatureVector> vectors = firms.stream()
                .map(firm -> StandardCatalog.catalog().compute(Snapshot.cut(firm.id(), AS_OF, firm.signals())))
                .toList();
        BenchmarkModel.promote(database, vectors, trees, depth);
        Databases.execute(
                database,
                "create table peer_row as select id, repeat(md5(id::text), 28) as body from generate_series(0, "
                        + PlainWebFlux.ROWS + ") id",
                "alter table peer_row add primary key (id)",
                "insert into api_key (key_id, tenant_id, roles, sha256, label, created_at)"
                        + " values ('bench', 'default', '{ADMIN}', encode(sha256('" + KEY
                        + "'), 'hex'), 'bench', now())",
                "insert into authorisation (authorisation_id, tenant_id, enterprise_id, number, purposes, granted_at,"
                        + " expires_at, evidence_sha256, filed_at, filed_by) select distinct gen_random_uuid(), 'default',"
                        + " enterprise_id, 'A-0001', array['LOAN_ORIGINATION'], timestamptz '2020-01-01',"
                        + " timestamptz '2099-01-01', repeat('0', 64), timestamptz '2020-01-01', 'bench'"
                        + " from (select distinct enterprise_id from signal) firm",
                "analyze");
        if (Boolean.getBoolean("fsync")) {
            Databases.execute(database, "alter system set fsync = on");
            Databases.execute(database, "select pg_reload_conf()");
        }
        Process service = LoadBenchmark.start(
                JVM,
                System.getProperty("service.jar", "techflow.api.ScoringApiApplication"),
                List.of(
                        "--server.port=18080",
                        "--techflow.database.url=postgresql://" + TestDatabase.USER + "@localhost:" + database.port()
                                + "/" + database.name(),
                        "--techflow.database.pool.size=16",
                        "--techflow.limits.client.requests=10000000",
                        "--techflow.limits.tenant.requests=10000000"));
        Process peer = LoadBenchmark.start(
                List.of(),
                PlainWebFlux.class.getName(),
                List.of("18081", String.valueOf(database.port()), database.name()));
        awaitReady("http://localhost:18080/actuator/health/readiness");
        List<String> bodies = firms.stream()
                .map(firm -> "{\"uscc\":\"" + firm.id().code() + "\",\"asOf\":\"2026-11-01\","
                        + "\"purpose\":\"LOAN_ORIGINATION\",\"authorisationId\":\"A-0001\"}")
                .toList();
        List<LoadBenchmark.Server> servers = List.of(
                new LoadBenchmark.Server(
                        "plain WebFlux, one indexed row",
                        peer,
                        "http://localhost:18081/row",
                        Wrk.script(List.of(""), KEY)),
                new LoadBenchmark.Server(
                        "**POST /v1/scores**, " + trees + " × d" + depth,
                        service,
                        "http://localhost:18080/v1/scores",
                        Wrk.script(bodies, KEY)));
        LoadBenchmark.run(database, servers, rounds, System.out);
        LoadBenchmark.stop(servers);
    }

    private static void awaitReady(String url) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        for (int i = 0; i < 600; i++) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // it does not listen yet
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("not ready: " + url);
    }
}
