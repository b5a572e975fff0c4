package techflow.scoring.validation;

import java.time.Instant;
import java.util.Map;
import techflow.scoring.evaluation.EvaluationReport;
import techflow.scoring.validation.gate.Figure;
import techflow.scoring.validation.gate.GateVerdicts;
import techflow.scoring.validation.gate.GatesFile;

/**
 * What a validation found, section by section.
 *
 * @param subject what was validated
 * @param at when
 * @param seed of every random choice
 * @param limits the gates file
 * @param overall the figures of the tested rows as an evaluation
 * @param figures what gates look at; a figure that could not be computed is absent
 * @param verdicts what the gates say
 */
public record ValidationReport(
        ValidationSubject subject,
        Instant at,
        long seed,
        GatesFile limits,
        EvaluationReport overall,
        DataFindings data,
        SoundnessFindings soundness,
        DiscriminationFindings discrimination,
        CalibrationFindings calibration,
        StabilityFindings stability,
        SensitivityFindings sensitivity,
        ExplanationFindings explanation,
        BenchmarkFindings benchmark,
        ImplementationFindings implementation,
        Map<Figure, Double> figures,
        GateVerdicts verdicts) {
    /** True when any of the data was made up. */
    public boolean synthetic() {
        return subject.artifact().manifest().data().synthetic();
    }
}
