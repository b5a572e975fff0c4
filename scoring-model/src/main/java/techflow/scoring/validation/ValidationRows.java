package techflow.scoring.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest.TrainingData;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.policy.KnockOutRules;
import techflow.scoring.training.OutcomeDefinition;
import techflow.scoring.training.TimeSplit;
import techflow.scoring.training.TrainingSet;

/**
 * The rows that a model is judged by, and those that it comes from.
 *
 * @param way how the tested rows were kept from the model
 * @param tested rows that the model was neither fitted nor calibrated on
 * @param scored their PDs and outcomes, in the same order
 * @param development the training rows with the PDs that the model gives them, empty when they are the tested rows
 * @param scorable all rows that serving would score, whatever their part
 * @param exclusions rows left out before
 * @param refused rows that serving would refuse, by a knock-out rule or for want of data
 */
public record ValidationRows(
        Way way,
        TrainingSet tested,
        ScoredSample scored,
        Optional<Development> development,
        TrainingSet scorable,
        Exclusions exclusions,
        int refused) {
    /** How tested rows are kept from the model. */
    public enum Way {
        OUT_OF_TIME("时间外样本", "out of time"),
        OUT_OF_FOLD("交叉验证（折外）", "out of fold");

        private final String chinese;
        private final String english;

        Way(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    /** The training rows. @param scored PDs of the model that was fitted on them, so its AUC flatters */
    public record Development(TrainingSet rows, ScoredSample scored) {}

    /** What an as-of day was used for. */
    public enum Role {
        TRAINING("训练", "training"),
        CALIBRATION("校准", "calibration"),
        /** Its outcome window reaches into the tested days. */
        PURGED("隔离", "purged"),
        TESTED("检验", "tested");

        private final String chinese;
        private final String english;

        Role(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    /**
     * The rows of a model that was tested out of time: those of its hold-out days and of any day after.
     *
     * @param labelled every labelled row, training days included
     * @throws RecordFault TRAINING_DATA_UNFIT when no tested row is left, or goods or bads are absent among them
     */
    public static ValidationRows outOfTime(ModelArtifact artifact, TrainingSet labelled, Exclusions exclusions) {
        ServedModel model = new ServedModel(artifact);
        TrainingSet scorable = scorable(artifact, labelled);
        TrainingData data = artifact.manifest().data();
        TrainingSet tested = scorable.where(row -> role(data, scorable.asOf(row).date()) == Role.TESTED);
        requireBoth(tested, firstTested(data));
        ScoredSample scored = model.sample(tested);
        TrainingSet training = TimeSplit.rows(scorable, data.training());
        Optional<Development> development = training.badCount() == 0 || training.badCount() == training.size()
                ? Optional.empty()
                : Optional.of(new Development(training, model.sample(training)));
        return new ValidationRows(
                Way.OUT_OF_TIME, tested, scored, development, scorable, exclusions, labelled.size() - scorable.size());
    }

    /**
     * The rows of a model that was tested fold by fold.
     *
     * @param labelled every labelled row, in order
     * @param outOfFoldPds for each row that no knock-out flag refuses the PD of a model that never saw it, in order
     */
    public static ValidationRows outOfFold(TrainingSet labelled, List<Double> outOfFoldPds) {
        boolean[] flagged = new boolean[labelled.size()];
        for (int row = 0; row < flagged.length; row++) {
            flagged[row] =
                    !KnockOutRules.reasons(labelled.vector(row), List.of()).isEmpty();
        }
        TrainingSet rows = labelled.where(row -> !flagged[row]);
        double[] pds = outOfFoldPds.stream().mapToDouble(Double::doubleValue).toArray();
        return new ValidationRows(
                Way.OUT_OF_FOLD,
                rows,
                new ScoredSample(pds, rows.bads()),
                Optional.empty(),
                rows,
                Exclusions.none(labelled.size()),
                labelled.size() - rows.size());
    }

    /** What an as-of day was used for by a model. */
    static Role role(TrainingData data, LocalDate day) {
        if (!day.isBefore(firstTested(data))) {
            return Role.TESTED;
        }
        if (!day.isAfter(data.training().last())) {
            return Role.TRAINING;
        }
        boolean calibrates = data.calibration()
                .filter(range -> !day.isBefore(range.first()) && !day.isAfter(range.last()))
                .isPresent();
        return calibrates ? Role.CALIBRATION : Role.PURGED;
    }

    /** A day of the hold-out that training named, or one whole outcome window after the last day that was learned from. */
    private static LocalDate firstTested(TrainingData data) {
        LocalDate learned = data.calibration().orElse(data.training()).last();
        return data.holdOut().map(range -> range.first()).orElseGet(() -> OutcomeDefinition.TWELVE_MONTHS.end(learned));
    }

    private static TrainingSet scorable(ModelArtifact artifact, TrainingSet rows) {
        boolean[] kept = new boolean[rows.size()];
        IntStream.range(0, kept.length)
                .forEach(row -> kept[row] = KnockOutRules.reasons(
                                rows.vector(row), artifact.model().features())
                        .isEmpty());
        return rows.where(row -> kept[row]);
    }

    private static void requireBoth(TrainingSet tested, LocalDate from) {
        int bads = tested.badCount();
        if (bads == 0 || bads == tested.size()) {
            throw new RecordFault(
                    ProblemCode.TRAINING_DATA_UNFIT,
                    "A validation needs goods and bads among the rows from %s on, which the model never saw; found %d bads in %d rows"
                            .formatted(from, bads, tested.size()),
                    Parameter.safe("rows", tested.size()),
                    Parameter.safe("bads", bads));
        }
    }
}
