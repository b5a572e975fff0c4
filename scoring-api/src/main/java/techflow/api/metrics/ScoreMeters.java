package techflow.api.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import techflow.api.application.Channel;
import techflow.api.application.ScoreObserver;
import techflow.api.application.Stage;
import techflow.api.serving.ServedModel;
import techflow.problem.ProblemCode;
import techflow.scoring.score.GradeScale;
import techflow.scoring.score.ScoreScale;
import techflow.scoring.score.ScoringResult;

/** Counts and times what the use cases tell. */
public final class ScoreMeters implements ScoreObserver {
    private static final double[] STAGE_MILLIS = {1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500};

    private final MeterRegistry registry;
    private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
    private final DistributionSummary points;
    private final MultiGauge modelInfo;

    public ScoreMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Stage stage : Stage.values()) {
            stages.put(stage, stageTimer(stage));
        }
        this.points = DistributionSummary.builder("techflow.score.points")
                .description("Scores given, by the limits of the standard credit grades")
                .baseUnit("points")
                .serviceLevelObjectives(gradeLimits())
                .register(registry);
        this.modelInfo = MultiGauge.builder("techflow.model.info")
                .description("The model that answers, always 1")
                .register(registry);
    }

    @Override
    public void stageTook(Stage stage, Duration duration) {
        Objects.requireNonNull(stages.get(stage)).record(duration);
    }

    @Override
    public void answered(Channel channel, String modelVersion, ScoringResult result) {
        switch (result) {
            case ScoringResult.Scored scored -> {
                request(channel, "scored", modelVersion);
                points.record(scored.score());
                count(
                        "techflow.score.grade",
                        "Scores given by credit grade",
                        "grade",
                        scored.grade().name());
            }
            case ScoringResult.NotScorable refused -> {
                request(channel, "not_scored", modelVersion);
                refused.reasons()
                        .forEach(reason -> count(
                                "techflow.score.not.scored", "Firms not scored, by reason", "reason", reason.name()));
            }
        }
        String grade = result.technology().outcome().map(o -> o.grade().name()).orElse("NONE");
        count("techflow.technology.grade", "Answers by technology grade", "grade", grade);
    }

    @Override
    public void failed(Channel channel, String modelVersion) {
        request(channel, "error", modelVersion);
    }

    @Override
    public void modelActivated(ServedModel model) {
        Tags tags = Tags.of(
                "model_id",
                model.ref().id(),
                "version",
                model.ref().version(),
                "sha8",
                model.ref().sha256().substring(0, 8),
                "alias",
                model.alias());
        modelInfo.register(List.of(MultiGauge.Row.of(tags, 1)), true);
    }

    @Override
    public void modelRefused(ProblemCode code) {
        count("techflow.model.refused", "Champions that did not pass their checks", "code", code.name());
    }

    private void request(Channel channel, String outcome, String modelVersion) {
        Counter.builder("techflow.score.requests")
                .description("Requests for a score by outcome")
                .tags("channel", lower(channel), "outcome", outcome, "model_version", modelVersion)
                .register(registry)
                .increment();
    }

    private void count(String name, String description, String tag, String value) {
        Counter.builder(name)
                .description(description)
                .tag(tag, value)
                .register(registry)
                .increment();
    }

    private Timer stageTimer(Stage stage) {
        return Timer.builder("techflow.score.stage.duration")
                .description("Time spent in one stage of answering")
                .tag("stage", lower(stage))
                .serviceLevelObjectives(DoubleStream.of(STAGE_MILLIS)
                        .mapToObj(millis -> Duration.ofNanos((long) (millis * 1_000_000)))
                        .toArray(Duration[]::new))
                .register(registry);
    }

    private static double[] gradeLimits() {
        return GradeScale.standard(ScoreScale.STANDARD).lowerPoints().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
