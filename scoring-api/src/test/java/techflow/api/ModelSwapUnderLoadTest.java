package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import techflow.api.answer.AnswerJson;
import techflow.api.answer.ScoreAnswer;
import techflow.api.serving.ArtifactLoader;
import techflow.api.serving.ServedModel;
import techflow.api.testing.RunningService;
import techflow.api.testing.ScoreCalls;
import techflow.api.testing.ScoreCalls.Reply;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestModels;
import techflow.features.catalog.StandardCatalog;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ResultJson;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.settings.TechnologySettings;

/** Champions follow one another while scores are asked for: each answer is one model's, and none is lost. */
class ModelSwapUnderLoadTest {
    private static final int PROMOTIONS = 6;
    private static final int CALLERS = 6;

    private final Map<String, ServedModel> models = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void a_swap_under_load_loses_no_request_and_mixes_no_models() {
        try (RunningService service = RunningService.ready()) {
            remember("1.0", TestModels.artifact("1.0", 3));
            List<CompletableFuture<Void>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(CompletableFuture.runAsync(() -> call(service)));
            }
            for (int i = 0; i < PROMOTIONS; i++) {
                promote(service, i + 2 + ".0", 3.2 + i * 0.2);
            }
            over.set(true);
            callers.forEach(CompletableFuture::join);
            assertThat(replies).hasSizeGreaterThan(10 * PROMOTIONS).allMatch(Reply::isScore);
            Map<String, List<String>> logged = logged(service);
            replies.forEach(reply -> isOfOneModel(AnswerJson.read(reply.body()), logged));
        }
    }

    private void call(RunningService service) {
        ScoreCalls calls = new ScoreCalls(service);
        while (!over.get()) {
            replies.add(calls.send(TestFirms.SOUND).join());
        }
    }

    /** Waits until the new champion has answered, with requests in flight all along. */
    private void promote(RunningService service, String version, double intercept) {
        byte[] bytes = TestModels.artifact(version, intercept);
        remember(version, bytes);
        TestModels.promote(service.database().dataSource(), version, bytes);
        service.await(
                "answered by " + version,
                () -> replies.stream().anyMatch(reply -> reply.body().contains("\"version\":\"" + version + "\"")));
    }

    private void remember(String version, byte[] bytes) {
        models.put(
                version,
                new ArtifactLoader(StandardCatalog.catalog(), TechnologySettings.shipped())
                        .load(bytes, ArtifactReader.sha256(bytes), "champion"));
    }

    /** Version, hash, score, reasons and the log's own record are all those of the model that is named. */
    private void isOfOneModel(ScoreAnswer answer, Map<String, List<String>> logged) {
        ServedModel model = Objects.requireNonNull(models.get(answer.model().version()));
        ScoringResult.Scored expected =
                (ScoringResult.Scored) model.pipeline().score(TestModels.vector(TestFirms.SOUND));
        assertThat(answer.model().sha256()).isEqualTo(model.ref().sha256());
        assertThat(answer.score()).isEqualTo(expected.score());
        assertThat(Objects.requireNonNull(answer.pd12m()))
                .isEqualTo(expected.pd().value());
        assertThat(Objects.requireNonNull(answer.explanation()).points().doubleValue())
                .isEqualTo(expected.points());
        assertThat(logged.get(answer.scoreId())).containsExactly(model.ref().sha256(), ResultJson.write(expected));
    }

    /** Hash of the model and result, by score. */
    private static Map<String, List<String>> logged(RunningService service) {
        try (Connection connection = service.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select score_id, model_sha256, result from score_log")) {
            Map<String, List<String>> logged = new HashMap<>();
            while (row.next()) {
                logged.put(row.getString(1), List.of(row.getString(2), row.getString(3)));
            }
            return logged;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
