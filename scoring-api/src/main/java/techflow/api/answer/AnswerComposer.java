package techflow.api.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer.Completeness;
import techflow.api.answer.ScoreAnswer.Cutoff;
import techflow.api.answer.ScoreAnswer.FeatureSet;
import techflow.api.answer.ScoreAnswer.GradeLimit;
import techflow.api.answer.ScoreAnswer.Model;
import techflow.api.answer.ScoreAnswer.PdRange;
import techflow.api.answer.ScoreAnswer.Reason;
import techflow.api.answer.ScoreAnswer.ScoreRange;
import techflow.api.answer.ScoreAnswer.Status;
import techflow.api.answer.ScoreAnswer.Subject;
import techflow.api.answer.ScoreAnswer.Why;
import techflow.api.serving.ServedModel;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.technology.OfficialInnovationPoints;
import techflow.scoring.technology.WarningRule;
import techflow.scoring.wording.PdText;

/** Makes the published answer from a result. Pure: the same inputs give the same answer. */
public final class AnswerComposer {
    private final int validityDays;
    private final SourceFreshness freshness;

    /**
     * The rules of answering.
     *
     * @param validityDays days after the as-of day on which a score should still be used, above 0
     * @param freshness what a score should not do without
     */
    public AnswerComposer(int validityDays, SourceFreshness freshness) {
        if (validityDays < 1) {
            throw new IllegalArgumentException("a score must be valid for at least 1 day, found " + validityDays);
        }
        this.validityDays = validityDays;
        this.freshness = freshness;
    }

    public ScoreAnswer compose(
            AnswerRequest request,
            ServedModel model,
            Snapshot snapshot,
            FeatureVector vector,
            ScoringResult result,
            AnswerContext context) {
        Verdict verdict = verdict(model, result);
        List<Reason> shortcomings = verdict.why() == null ? List.of() : freshness.shortcomings(snapshot);
        return new ScoreAnswer(
                request.scoreId(),
                request.requestId(),
                request.authorisationId(),
                request.purpose(),
                request.at(),
                subject(snapshot),
                status(verdict, shortcomings),
                reasons(result),
                verdict.score(),
                range(model.pipeline()),
                verdict.grade(),
                verdict.pd(),
                verdict.pdInterval(),
                verdict.pdInWords(),
                TechnologyLines.technology(result.technology()),
                TechnologyLines.innovation(result.innovation(), OfficialInnovationPoints.of(snapshot)),
                CertificateLines.of(model.settings().certificates().assess(snapshot)),
                warnings(model, vector),
                verdict.why(),
                completeness(model, vector, result),
                snapshot.asOf().instant(),
                cutoffs(snapshot),
                snapshot.asOf().date().plusDays(validityDays),
                new Model(
                        model.ref().id(),
                        model.ref().version(),
                        model.alias(),
                        model.ref().sha256()),
                new FeatureSet(vector.schema().version(), vector.schema().fingerprint()),
                request.objections(),
                request.auditHash(),
                shortcomings,
                ComparisonLines.peers(context.peers(), model.catalog(), snapshot, vector),
                ComparisonLines.trend(verdict.score(), context.previous()),
                model.settings().version());
    }

    private static Status status(Verdict verdict, List<Reason> shortcomings) {
        if (verdict.why() == null) {
            return Status.NOT_SCORED;
        }
        return shortcomings.isEmpty() ? Status.SCORED : Status.DEGRADED;
    }

    /** What only a scored firm has. */
    private record Verdict(
            @Nullable Integer score,
            @Nullable String grade,
            @Nullable Double pd,
            @Nullable PdRange pdInterval,
            @Nullable Text pdInWords,
            @Nullable Why why) {}

    private static Verdict verdict(ServedModel model, ScoringResult result) {
        return switch (result) {
            case ScoringResult.Scored scored ->
                new Verdict(
                        scored.score(),
                        scored.grade().name(),
                        scored.pd().value(),
                        scored.pdInterval()
                                .map(range -> new PdRange(range.low(), range.high(), range.level()))
                                .orElse(null),
                        Text.of(PdText.of(scored.pd())),
                        new ExplanationLines(model.catalog()).why(scored.points(), scored.explanation()));
            case ScoringResult.NotScorable refused -> new Verdict(null, null, null, null, null, null);
        };
    }

    private static List<Reason> reasons(ScoringResult result) {
        return switch (result) {
            case ScoringResult.Scored scored -> List.of();
            case ScoringResult.NotScorable refused ->
                refused.reasons().stream()
                        .map(r -> new Reason(r.name(), new Text(r.chinese(), r.english())))
                        .toList();
        };
    }

    private static List<Reason> warnings(ServedModel model, FeatureVector vector) {
        return WarningRule.warnings(model.settings().warnings(), vector).stream()
                .map(one -> new Reason(one.code(), new Text(one.chinese(), one.english())))
                .toList();
    }

    private static Subject subject(Snapshot snapshot) {
        return new Subject(
                snapshot.enterprise().code(),
                snapshot.profile().map(EnterpriseProfile::name).orElse(null),
                snapshot.enterprise().isPlaceholder());
    }

    private static ScoreRange range(ScoringPipeline pipeline) {
        List<GradeLimit> limits = Arrays.stream(CreditGrade.values())
                .filter(grade -> grade != CreditGrade.R10)
                .map(grade -> new GradeLimit(grade.name(), pipeline.grades().lowestScore(grade)))
                .toList();
        return new ScoreRange(pipeline.lowestScore(), pipeline.highestScore(), true, limits);
    }

    private static Completeness completeness(ServedModel model, FeatureVector vector, ScoringResult result) {
        List<String> missing = model.pipeline().model().features().stream()
                .filter(feature -> vector.value(feature) instanceof FeatureValue.Missing)
                .map(FeatureName::value)
                .toList();
        return new Completeness(result.completeness(), missing, level(result.completeness()));
    }

    private static String level(double ratio) {
        if (ratio >= 0.9) {
            return "A";
        }
        if (ratio >= 0.75) {
            return "B";
        }
        return ratio >= 0.5 ? "C" : "D";
    }

    private static List<Cutoff> cutoffs(Snapshot snapshot) {
        List<Cutoff> cutoffs = new ArrayList<>();
        for (SignalKind kind : SignalKind.values()) {
            cutoffs.add(cutoff(kind, snapshot.signals(kind, kind.type())));
        }
        return cutoffs;
    }

    private static Cutoff cutoff(SignalKind kind, List<? extends Signal> signals) {
        @Nullable
        LocalDate occurred = signals.stream()
                .map(Signal::occurredAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        @Nullable
        Instant known = signals.stream()
                .map(Signal::knownAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<String> sources = signals.stream()
                .map(signal -> signal.header().source())
                .distinct()
                .sorted()
                .toList();
        return new Cutoff(kind.name(), Text.name(kind), signals.size(), occurred, known, sources);
    }
}
