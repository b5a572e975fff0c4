package techflow.scoring.validation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import techflow.scoring.evaluation.Evaluation;
import techflow.scoring.evaluation.EvaluationReport;
import techflow.scoring.validation.gate.Figure;
import techflow.scoring.validation.gate.GateOverride;
import techflow.scoring.validation.gate.GateVerdicts;
import techflow.scoring.validation.gate.GatesFile;

/** Runs every section of a validation and holds the figures against the gates. */
public final class Validation {
    /** How many steps progress tells of. */
    public static final int STEPS = 8;

    private static final int REPLICATES = 1000;

    private final GatesFile limits;
    private final long seed;

    public Validation(GatesFile limits, long seed) {
        this.limits = limits;
        this.seed = seed;
    }

    /** As the longer form, with no override and nobody to hear how far it is. */
    public ValidationReport run(ValidationSubject subject, Instant at, LongSupplier nanoTime) {
        return run(subject, List.of(), at, nanoTime, done -> {});
    }

    /**
     * Validates.
     *
     * @param overrides answers for gates that will fail
     * @param nanoTime clock of the timing
     * @param progress hears which of {@link #STEPS} begins
     * @throws techflow.problem.RecordFault REQUEST_INVALID when an override answers for a gate that did not fail
     */
    public ValidationReport run(
            ValidationSubject subject,
            List<GateOverride> overrides,
            Instant at,
            LongSupplier nanoTime,
            LongConsumer progress) {
        Evaluation evaluation = new Evaluation(subject.artifact().grades(), REPLICATES, seed);
        progress.accept(1);
        EvaluationReport overall = evaluate(subject, evaluation);
        progress.accept(2);
        DataFindings data = DataFindings.of(subject);
        progress.accept(3);
        SoundnessFindings soundness = SoundnessFindings.of(subject);
        progress.accept(4);
        DiscriminationFindings discrimination =
                DiscriminationFindings.of(subject, overall, WalkForward.windows(subject));
        progress.accept(5);
        CalibrationFindings calibration = CalibrationFindings.of(subject, overall, limits);
        StabilityFindings stability = StabilityFindings.of(subject);
        progress.accept(6);
        SensitivityFindings sensitivity = SensitivityFindings.of(subject);
        progress.accept(7);
        ExplanationFindings explanation = ExplanationFindings.of(subject);
        progress.accept(8);
        BenchmarkFindings benchmark = BenchmarkFindings.of(subject, evaluation, overall);
        ImplementationFindings implementation = ImplementationFindings.of(subject, nanoTime);
        Map<Figure, Double> figures = new Figures()
                .add(overall)
                .add(data)
                .add(soundness)
                .add(discrimination)
                .add(calibration)
                .add(stability)
                .add(sensitivity)
                .add(explanation)
                .add(benchmark)
                .add(implementation)
                .all();
        return new ValidationReport(
                subject,
                at,
                seed,
                limits,
                overall,
                data,
                soundness,
                discrimination,
                calibration,
                stability,
                sensitivity,
                explanation,
                benchmark,
                implementation,
                figures,
                GateVerdicts.of(
                        limits,
                        figures,
                        overrides,
                        subject.artifact().manifest().trainedBy()));
    }

    private static EvaluationReport evaluate(ValidationSubject subject, Evaluation evaluation) {
        ValidationRows rows = subject.rows();
        List<java.time.LocalDate> days = rows.tested().days();
        return evaluation.evaluate(
                rows.way().chinese() + " " + rows.way().english() + " " + days.getFirst() + " – " + days.getLast(),
                subject.artifact().manifest().data().synthetic(),
                rows.scored(),
                Optional.empty(),
                rows.development().map(ValidationRows.Development::scored));
    }

    /** Collects what gates look at. */
    private static final class Figures {
        private final Map<Figure, Double> all = new EnumMap<>(Figure.class);

        Map<Figure, Double> all() {
            return all;
        }

        Figures add(EvaluationReport report) {
            put(Figure.BADS, report.bads());
            put(Figure.AUC, report.discrimination().auc().value());
            put(Figure.AUC_LOW, report.discrimination().auc().low());
            return put(Figure.KS, report.discrimination().ks().value());
        }

        Figures add(DataFindings data) {
            return put(Figure.STRONGEST_FEATURE_AUC, data.strongest().getFirst().auc());
        }

        Figures add(SoundnessFindings soundness) {
            put(Figure.MONOTONICITY_VIOLATIONS, soundness.violations());
            return put(Figure.MISSING_REWARDED, soundness.missingRewarded());
        }

        Figures add(DiscriminationFindings found) {
            found.decline()
                    .ifPresent(decline -> put(
                            Figure.AUC_DECLINE,
                            decline.comparison().difference().value()));
            put(Figure.WORST_PERIOD_AUC, found.worstDay());
            put(Figure.WORST_SEGMENT_AUC, found.worstSegment());
            return put(
                    Figure.WALK_FORWARD_AUC,
                    found.walkForward().stream()
                            .flatMap(window -> window.auc().stream())
                            .mapToDouble(auc -> auc.value())
                            .min());
        }

        Figures add(CalibrationFindings found) {
            put(Figure.CALIBRATION_SLOPE, found.tests().line().slope());
            put(Figure.CALIBRATION_LEVEL, found.level());
            put(Figure.CALIBRATION_P, found.portfolioP());
            put(Figure.GRADES_TOO_LOW, found.gradesTooLow());
            put(Figure.HOSMER_LEMESHOW_P, found.hosmerLemeshow().p());
            return put(Figure.SPIEGELHALTER_P, found.tests().spiegelhalterP());
        }

        Figures add(StabilityFindings found) {
            found.score().ifPresent(score -> {
                put(Figure.SCORE_PSI, score.psi() / StabilityFindings.limit(score));
                put(
                        Figure.FEATURES_SHIFTED,
                        found.features().stream()
                                .filter(StabilityFindings.FeatureShift::shifted)
                                .count());
            });
            return put(Figure.LARGEST_GRADE_SHARE, found.grades().largestShare());
        }

        Figures add(SensitivityFindings found) {
            return put(
                    Figure.PATENT_INFLATION,
                    found.patents().map(patents -> patents.effect().better()).orElse(0.0));
        }

        Figures add(ExplanationFindings found) {
            put(Figure.ADDITIVITY_RESIDUAL, found.residual());
            return found.retrains() == 0 ? this : put(Figure.REASON_OVERLAP, found.overlap());
        }

        Figures add(BenchmarkFindings found) {
            found.challenger()
                    .ifPresent(c -> put(Figure.CHALLENGER_LEAD, -c.difference().value()));
            found.logistic()
                    .ifPresent(c -> put(Figure.LOGISTIC_LEAD, -c.difference().value()));
            return this;
        }

        Figures add(ImplementationFindings found) {
            put(Figure.TRAINER_PARITY, found.trainerParity());
            put(Figure.VERIFICATION_FAILURES, found.verificationFailures());
            return put(Figure.REPLAY_DIFFERENCES, found.replayDifferences());
        }

        private Figures put(Figure figure, OptionalDouble value) {
            value.ifPresent(found -> put(figure, found));
            return this;
        }

        private Figures put(Figure figure, double value) {
            all.put(figure, value);
            return this;
        }
    }
}
