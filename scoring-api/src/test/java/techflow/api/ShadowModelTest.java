package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.api.answer.AnswerJson;
import techflow.api.answer.ScoreAnswer;
import techflow.api.application.ShadowModel;
import techflow.api.testing.RunningService;
import techflow.api.testing.ScoreCalls;
import techflow.api.testing.ScoreCalls.Reply;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestModels;

/** A model in the shadow scores what was answered, and nobody who asked notices. */
class ShadowModelTest {
    @Test
    void the_shadow_models_scores_are_kept_beside_those_that_were_given() {
        try (RunningService service = RunningService.ready()) {
            shadow(service, "9.0", TestModels.artifact("9.0", 4));
            ScoreCalls calls = new ScoreCalls(service);
            ScoreAnswer given =
                    AnswerJson.read(calls.send(TestFirms.SOUND).join().body());
            ScoreAnswer refused =
                    AnswerJson.read(calls.send(TestFirms.THIN).join().body());
            assertThat(given.model().version()).isEqualTo("1.0");
            service.await(
                    "kept",
                    () -> rows(service, "select score_id from shadow_score").size() == 2);
            assertThat(rows(
                            service,
                            "select score from shadow_score join model_artifact on sha256 = model_sha256"
                                    + " where version = '9.0' and pd < 0.5 and score > " + given.score()
                                    + " and score_id = '" + given.scoreId() + "'"))
                    .hasSize(1);
            assertThat(rows(
                            service,
                            "select score_id from shadow_score where grade is null and pd is null and score_id = '"
                                    + refused.scoreId() + "'"))
                    .hasSize(1);
            assertThat(metrics(service))
                    .contains("techflow_shadow_difference_count{direction=\"safer\"} 1")
                    .containsPattern("techflow_shadow_grade_total\\{agreement=\"(better|same)\"} 1.0")
                    .contains("techflow_shadow_dropped_total 0.0");
        }
    }

    @Test
    void no_answer_fails_when_shadow_scores_cannot_be_kept() {
        try (RunningService service = RunningService.ready()) {
            shadow(service, "9.0", TestModels.artifact("9.0", 4));
            service.sql("alter table shadow_score rename to shadow_score_away");
            assertThat(new ScoreCalls(service).sendAll(20)).allMatch(Reply::isScore);
            service.await("told", () -> metrics(service).contains("techflow_shadow_lost_total 20.0"));
        }
    }

    @Test
    void a_shadow_model_that_does_not_verify_itself_is_refused_and_the_champion_goes_on() {
        try (RunningService service = RunningService.ready()) {
            TestModels.shadow(service.database().dataSource(), "9.0", TestModels.lyingArtifact("9.0"));
            service.await(
                    "refused",
                    () -> metrics(service).contains("techflow_shadow_refused_total{code=\"MODEL_NOT_VERIFIED\"} 1.0"));
            assertThat(new ScoreCalls(service).sendAll(5)).allMatch(Reply::isScore);
            assertThat(rows(service, "select score_id from shadow_score")).isEmpty();
        }
    }

    private static void shadow(RunningService service, String version, byte[] bytes) {
        TestModels.shadow(service.database().dataSource(), version, bytes);
        ShadowModel model = service.context().getBean(ShadowModel.class);
        service.await("in use", () -> model.current().isPresent());
    }

    private static List<String> rows(RunningService service, String sql) {
        try (Connection connection = service.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String metrics(RunningService service) {
        return String.valueOf(service.anonymous()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
