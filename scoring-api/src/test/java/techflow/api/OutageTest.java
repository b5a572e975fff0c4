package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import techflow.api.persistence.SchemaVersion;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.testing.TestDatabase;

/** The database goes away under the service and comes back; the schema is another one. */
class OutageTest {
    @Test
    void without_the_database_no_score_is_given_and_with_it_scores_come_again() {
        try (RunningService service = RunningService.ready("techflow.scoring.key-cache=1h")) {
            post(service).expectStatus().isCreated().expectBody();
            allowConnections(service, false);
            post(service)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("STORE_UNAVAILABLE");
            assertThat(service.isReady()).isFalse();

            allowConnections(service, true);
            service.await("ready again", service::isReady);
            post(service).expectStatus().isCreated().expectBody();
        }
    }

    @Test
    void a_score_that_cannot_be_logged_does_not_leave() {
        try (RunningService service = RunningService.ready()) {
            service.sql("alter table score_log rename to score_log_away");
            post(service)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("STORE_UNAVAILABLE")
                    .jsonPath("$.score")
                    .doesNotExist();
            service.sql("alter table score_log_away rename to score_log");
            post(service).expectStatus().isCreated().expectBody();
        }
    }

    @Test
    void with_another_schema_version_the_service_is_not_ready() {
        try (RunningService service = RunningService.ready()) {
            service.sql(
                    "update flyway_schema_history set version = '99' where version = '" + SchemaVersion.EXPECTED + "'");
            assertThat(service.isReady()).isFalse();
            service.sql(
                    "update flyway_schema_history set version = '" + SchemaVersion.EXPECTED + "' where version = '99'");
            assertThat(service.isReady()).isTrue();
        }
    }

    private static void allowConnections(RunningService service, boolean allow) {
        String name = service.database().name();
        try (Connection connection = admin(service);
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + name + " allow_connections " + allow);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection admin(RunningService service) throws SQLException {
        return java.sql.DriverManager.getConnection("jdbc:postgresql://"
                + service.database().host() + ":" + service.database().port() + "/postgres?user=" + TestDatabase.USER);
    }

    private static ResponseSpec post(RunningService service) {
        return service.client()
                .post()
                .uri("/v1/scores")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of(
                        "uscc", TestFirms.SOUND.code(), "purpose", "LOAN_ORIGINATION", "authorisationId", "A-0001"))
                .exchange();
    }
}
