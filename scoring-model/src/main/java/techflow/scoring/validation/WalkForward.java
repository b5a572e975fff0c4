package techflow.scoring.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import techflow.problem.ModelFault;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.model.Calibrator;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.score.ProbabilityOfDefault;
import techflow.scoring.training.Calibration;
import techflow.scoring.training.ModelTrainer.TrainingTask;
import techflow.scoring.training.OutcomeDefinition;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.validation.ValidationSubject.Retraining;

/** Trains the model anew on all that was known before each of the last days, and tests it on that day. */
public final class WalkForward {
    /** The latest days that are tested so: each costs a training. */
    static final int MOST_WINDOWS = 4;

    private WalkForward() {}

    /**
     * One window.
     *
     * @param asOf the day tested
     * @param trainingRows rows whose outcome window ended before it, the last such day, which calibrates, apart
     * @param rows tested rows
     * @param bads defaults among them
     * @param auc empty when too few defaults tell
     * @param level expected over observed defaults, NaN without a default
     */
    public record Window(LocalDate asOf, int trainingRows, int rows, int bads, Optional<Estimate> auc, double level) {}

    static List<Window> windows(ValidationSubject subject) {
        List<Window> windows = new ArrayList<>();
        if (subject.retraining().isPresent()) {
            List<LocalDate> days = subject.rows().scorable().days();
            for (LocalDate day : days.subList(Math.max(0, days.size() - MOST_WINDOWS), days.size())) {
                window(subject.rows().scorable(), subject.retraining().get(), day)
                        .ifPresent(windows::add);
            }
        }
        return windows;
    }

    private static Optional<Window> window(TrainingSet all, Retraining retraining, LocalDate day) {
        List<LocalDate> known = all.days().stream()
                .filter(earlier -> !OutcomeDefinition.TWELVE_MONTHS.end(earlier).isAfter(day))
                .toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        TrainingSet training = all.where(row -> all.asOf(row).date().isBefore(known.getLast()));
        TrainingSet calibration = all.where(row -> all.asOf(row).date().equals(known.getLast()));
        TrainingSet tested = all.where(row -> all.asOf(row).date().equals(day));
        try {
            ScoringModel model = retraining
                    .trainer()
                    .train(
                            new TrainingTask(
                                    training, retraining.candidates(), training.where(row -> false), retraining.seed()),
                            TrainingProgress.NONE)
                    .model();
            Calibrator calibrator = Calibration.fit(raw(model, calibration), calibration.bads());
            return Optional.of(window(model, calibrator, training.size(), tested, day));
        } catch (ModelFault tooLittle) {
            return Optional.empty(); // a short history that cannot be trained on is no finding about the model
        }
    }

    private static Window window(
            ScoringModel model, Calibrator calibrator, int trainingRows, TrainingSet tested, LocalDate day) {
        double[] pds = raw(model, tested);
        double expected = 0;
        for (int i = 0; i < pds.length; i++) {
            pds[i] =
                    ProbabilityOfDefault.ofLogOdds(calibrator.calibrate(pds[i])).value();
            expected += pds[i];
        }
        ScoredSample sample = new ScoredSample(pds, tested.bads());
        int bads = sample.badCount();
        return new Window(
                day,
                trainingRows,
                sample.size(),
                bads,
                bads >= Segment.LEAST_BADS ? Optional.of(Discrimination.auc(sample)) : Optional.empty(),
                bads == 0 ? Double.NaN : expected / bads);
    }

    private static double[] raw(ScoringModel model, TrainingSet set) {
        double[] raw = new double[set.size()];
        for (int row = 0; row < raw.length; row++) {
            raw[row] = model.logOdds(set.vector(row));
        }
        return raw;
    }
}
