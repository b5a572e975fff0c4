package techflow.api.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import techflow.api.application.ShadowObserver;
import techflow.problem.ProblemCode;
import techflow.scoring.score.CreditScore;

/** Counts what the shadow model does, and how far it is from the champion. */
public final class ShadowMeters implements ShadowObserver {
    private static final double[] LIMITS = {0.01, 0.05, 0.1, 0.25, 0.5, 1, 2};

    private final MeterRegistry registry;
    private final Counter dropped;
    private final Counter failed;
    private final Counter lost;
    private final DistributionSummary safer;
    private final DistributionSummary riskier;

    public ShadowMeters(MeterRegistry registry) {
        this.registry = registry;
        this.dropped = counter("dropped", "Scores not compared, because the queue was full");
        this.failed = counter("failed", "Firms on which the shadow model failed");
        this.lost = counter("lost", "Compared scores that could not be kept");
        this.safer = difference("safer");
        this.riskier = difference("riskier");
    }

    @Override
    public void dropped() {
        dropped.increment();
    }

    @Override
    public void compared(CreditScore given, CreditScore shadow) {
        double difference = shadow.logOdds() - given.logOdds();
        (difference >= 0 ? safer : riskier).record(Math.abs(difference));
        int worse = shadow.grade().compareTo(given.grade());
        grade(worse == 0 ? "same" : worse > 0 ? "worse" : "better");
    }

    @Override
    public void oneScored(boolean shadowScored) {
        grade(shadowScored ? "only_shadow" : "only_champion");
    }

    @Override
    public void failed() {
        failed.increment();
    }

    @Override
    public void lost(int scores) {
        lost.increment(scores);
    }

    @Override
    public void refused(ProblemCode code) {
        Counter.builder("techflow.shadow.refused")
                .description("Shadow models that did not pass their checks")
                .tag("code", code.name())
                .register(registry)
                .increment();
    }

    private void grade(String agreement) {
        Counter.builder("techflow.shadow.grade")
                .description("Grades of the shadow model beside the champion's")
                .tag("agreement", agreement)
                .register(registry)
                .increment();
    }

    private Counter counter(String what, String description) {
        return Counter.builder("techflow.shadow." + what)
                .description(description)
                .register(registry);
    }

    private DistributionSummary difference(String direction) {
        return DistributionSummary.builder("techflow.shadow.difference")
                .description("How far the shadow model's PD is from the champion's, in log-odds, by direction")
                .tag("direction", direction.toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(LIMITS)
                .register(registry);
    }
}
