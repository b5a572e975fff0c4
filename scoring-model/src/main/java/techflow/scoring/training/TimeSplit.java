package techflow.scoring.training;

import java.time.LocalDate;
import java.util.List;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ModelManifest.DateRange;

/**
 * Which as-of days train, calibrate and test.
 *
 * <p>Purged: the label window of every training and calibration day ends on or before the first hold-out day, so nothing
 * that happens during the hold-out is learned from. Training and calibration days differ, but their label windows may
 * overlap: purging them too would cost another year, and the calibration has two parameters only.
 *
 * @param training as-of days of the training rows
 * @param calibration as-of days after them that calibrate
 * @param holdOut as-of days that test
 * @param definition the outcome that is predicted
 */
public record TimeSplit(DateRange training, DateRange calibration, DateRange holdOut, OutcomeDefinition definition) {
    /** Throws {@link ModelFault} TRAINING_DATA_UNFIT when the ranges are not in order or not purged. */
    public TimeSplit {
        if (!training.last().isBefore(calibration.first())) {
            throw unfit("training must end before calibration begins", training, calibration);
        }
        if (definition.end(calibration.last()).isAfter(holdOut.first())) {
            throw unfit(
                    "the last calibration day and its " + definition.months()
                            + " months must end before the hold-out begins",
                    calibration,
                    holdOut);
        }
    }

    /**
     * The latest days test, and the latest of those that are purged of them calibrate.
     *
     * @param days all as-of days, ascending
     * @throws ModelFault TRAINING_DATA_UNFIT when too few days remain
     */
    public static TimeSplit latest(List<LocalDate> days, int calibrationDays, int holdOutDays) {
        OutcomeDefinition definition = OutcomeDefinition.TWELVE_MONTHS;
        if (holdOutDays < 1 || calibrationDays < 1 || days.size() <= holdOutDays) {
            throw tooFew(days, calibrationDays, holdOutDays);
        }
        List<LocalDate> tested = days.subList(days.size() - holdOutDays, days.size());
        List<LocalDate> before = days.stream()
                .filter(day -> !definition.end(day).isAfter(tested.getFirst()))
                .toList();
        if (before.size() <= calibrationDays) {
            throw tooFew(days, calibrationDays, holdOutDays);
        }
        int cut = before.size() - calibrationDays;
        return new TimeSplit(
                range(before.subList(0, cut)), range(before.subList(cut, before.size())), range(tested), definition);
    }

    /** The rows of a range of days. */
    public static TrainingSet rows(TrainingSet set, DateRange range) {
        return set.where(row -> {
            LocalDate day = set.asOf(row).date();
            return !day.isBefore(range.first()) && !day.isAfter(range.last());
        });
    }

    static DateRange range(List<LocalDate> days) {
        return new DateRange(days.getFirst(), days.getLast());
    }

    private static ModelFault tooFew(List<LocalDate> days, int calibrationDays, int holdOutDays) {
        return new ModelFault(
                ProblemCode.TRAINING_DATA_UNFIT,
                "The as-of days must leave at least one training day before " + calibrationDays
                        + " calibration days, a year without as-of and " + holdOutDays + " hold-out days, found "
                        + days,
                Parameter.safe("days", days.size()));
    }

    private static ModelFault unfit(String rule, DateRange earlier, DateRange later) {
        return new ModelFault(
                ProblemCode.TRAINING_DATA_UNFIT,
                rule + ", found " + earlier + " and " + later,
                Parameter.safe("earlier", earlier),
                Parameter.safe("later", later));
    }
}
