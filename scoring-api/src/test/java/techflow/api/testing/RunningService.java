package techflow.api.testing;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import techflow.api.ScoringApiApplication;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.scoring.access.AccessKey;
import techflow.scoring.access.Role;
import techflow.testing.TestDatabase;

/** The real service on a free port, on a fresh real database with the test firms, one access key and a champion. */
public final class RunningService implements AutoCloseable {
    /** The access key. */
    public static final String KEY = "tf_test_key_for_tests_only";
    /** An access key of another tenant. */
    public static final String OTHER_KEY = "tf_another_test_key_of_another_caller";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningService(TestDatabase database, int databasePort, List<String> settings) {
        this.database = database;
        List<String> arguments =
                new ArrayList<>(settings.stream().map(s -> "--" + s).toList());
        arguments.add("--server.port=0");
        if (settings.stream().noneMatch(s -> s.startsWith("techflow.database.url"))) {
            arguments.add("--techflow.database.url=postgresql://" + TestDatabase.USER + "@" + database.host() + ":"
                    + databasePort + "/" + database.name());
        }
        arguments.add("--techflow.scoring.model-poll=200ms");
        if (settings.stream().noneMatch(s -> s.startsWith("techflow.scoring.key-cache"))) {
            arguments.add("--techflow.scoring.key-cache=200ms");
        }
        this.context = start(arguments);
        this.port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    /** With event loops of its own: closing one service must not stop those of another in this JVM. */
    private static ConfigurableApplicationContext start(List<String> arguments) {
        SpringApplication application = new SpringApplication(ScoringApiApplication.class);
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> {
                    ReactorResourceFactory resources = new ReactorResourceFactory();
                    resources.setUseGlobalResources(false);
                    return resources;
                }));
        return application.run(arguments.toArray(String[]::new));
    }

    /** With firms, keys and champion {@code 1.0}; ready. */
    public static RunningService ready(String... settings) {
        TestDatabase database = prepared();
        return ready(database, database.port(), settings);
    }

    /** As {@link #ready}, but the service reaches its database through another port, such as a proxy's. */
    public static RunningService readyThrough(int databasePort, String... settings) {
        return ready(prepared(), databasePort, settings);
    }

    private static RunningService ready(TestDatabase database, int databasePort, String... settings) {
        TestModels.promote(database.dataSource(), "1.0", TestModels.artifact("1.0", 3));
        RunningService service = new RunningService(database, databasePort, List.of(settings));
        service.await("ready", () -> service.isReady());
        return service;
    }

    /** With firms and keys, but no model. */
    public static RunningService withoutModel(String... settings) {
        TestDatabase database = prepared();
        return new RunningService(database, database.port(), List.of(settings));
    }

    /** Another instance on the same database, ready. */
    public RunningService second(String... settings) {
        RunningService service = new RunningService(database, database.port(), List.of(settings));
        service.await("ready", service::isReady);
        return service;
    }

    /** A service that the classes of this run share. */
    public static RunningService shared() {
        return Shared.SERVICE;
    }

    private static TestDatabase prepared() {
        TestDatabase database = TestDatabase.fresh();
        new PostgresSignalLoader(database.dataSource()).load(TestFirms.all().stream());
        key(database, "officer", "default", KEY);
        execute(database, "insert into tenant (tenant_id, name) values ('other-bank', 'Another bank')");
        key(database, "other", "other-bank", OTHER_KEY);
        TestAuthorisations.fileAll(database);
        return database;
    }

    public TestDatabase database() {
        return database;
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        return port;
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** A client without a key. */
    public WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
                .build();
    }

    /** A client with the key; every request is a new one unless it says otherwise. */
    public WebTestClient client() {
        return clientWith(KEY);
    }

    /** The same with any key. */
    public WebTestClient clientWith(String key) {
        return anonymous()
                .mutate()
                .defaultHeader("X-API-Key", key)
                .filter((request, next) -> next.exchange(ClientRequest.from(request)
                        .headers(headers -> headers.putIfAbsent(
                                "Idempotency-Key", List.of(UUID.randomUUID().toString())))
                        .build()))
                .build();
    }

    /** A client with the key that sends nothing of its own. */
    public WebTestClient bare() {
        return anonymous().mutate().defaultHeader("X-API-Key", KEY).build();
    }

    /** A client with a fresh key of a tenant that bears the roles. The tenant is made when it is not there. */
    public WebTestClient clientOf(String tenant, Role... roles) {
        return clientWith(keyOf(tenant, roles));
    }

    /** A fresh key of a tenant that bears the roles. The tenant is made when it is not there. */
    public String keyOf(String tenant, Role... roles) {
        AccessKey key = AccessKey.random(new SecureRandom());
        sql("insert into tenant (tenant_id, name) values ('" + tenant + "', 'A test tenant') on conflict do nothing");
        sql("insert into api_key (key_id, tenant_id, roles, sha256, label, created_at) values ('" + key.id() + "', '"
                + tenant + "', '" + Arrays.toString(roles).replace('[', '{').replace(']', '}') + "', '" + key.sha256()
                + "', 'test', now())");
        return key.secret();
    }

    public boolean isReady() {
        return status("/actuator/health/readiness") == 200;
    }

    /** The value of one line of the metrics, such as {@code name{tag="value"}}. */
    public double metric(String line) {
        String all = String.valueOf(anonymous()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        return all.lines()
                .filter(found -> found.startsWith(line + " "))
                .mapToDouble(found -> Double.parseDouble(found.substring(line.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + line));
    }

    public int status(String path) {
        return anonymous()
                .get()
                .uri(path)
                .exchange()
                .expectBody() // reads it to its end: a body that nobody reads keeps its receive buffer
                .returnResult()
                .getStatus()
                .value();
    }

    /** Waits for something that the service does by itself. */
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not " + what + " within " + PATIENCE);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    /** The port of the database's server, known before any service is started. */
    public static int databaseServerPort() {
        return TestDatabase.fresh().port();
    }

    /** Runs SQL on the service's database. */
    public void sql(String sql) {
        execute(database, sql);
    }

    /** The one number that a query on the service's database gives. */
    public long number(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static void key(TestDatabase database, String id, String tenant, String key) {
        execute(
                database,
                "insert into api_key (key_id, tenant_id, roles, sha256, label, created_at) values ('" + id + "', '"
                        + tenant + "', '{ADMIN}', '" + AccessKey.sha256(key) + "', 'test', now())");
    }

    private static void execute(TestDatabase database, String sql) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {
        private static final RunningService SERVICE = ready();
    }
}
