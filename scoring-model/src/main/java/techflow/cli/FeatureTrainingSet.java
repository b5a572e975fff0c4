package techflow.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.features.definition.FeatureCatalog;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.features.store.Spine;
import techflow.features.store.file.CsvSignalStore;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.training.Outcome;
import techflow.scoring.training.OutcomeDefinition;
import techflow.scoring.training.OutcomeDefinition.Label;
import techflow.scoring.training.OutcomeReader;
import techflow.scoring.training.TrainingSet;

/**
 * A training set from a data folder: the signals, and the outcomes from which the as-of days are taken.
 *
 * @param folder holds {@code signals} and {@code outcomes.csv}
 * @param outcomes what became of the firms
 * @param asOfs ascending; each leaves a whole outcome window before the end of the observation
 */
record FeatureTrainingSet(Path folder, List<Outcome> outcomes, List<AsOf> asOfs) {
    private static final int MONTHS_BETWEEN = 3;

    /**
     * Quarterly as-of days, the last of them one outcome window before the day to which most was observed.
     *
     * @param count how many, 1 or more
     */
    static FeatureTrainingSet in(Path folder, int count) {
        List<Outcome> outcomes = OutcomeReader.read(folder.resolve(DatasetWriter.OUTCOMES));
        LocalDate end = outcomes.stream()
                .map(Outcome::observedUntil)
                .max(LocalDate::compareTo)
                .orElseThrow(
                        () -> new RecordFault(ProblemCode.TRAINING_DATA_UNFIT, "There is no outcome in " + folder));
        LocalDate last = end.plusDays(1).minusMonths(OutcomeDefinition.TWELVE_MONTHS.months());
        List<AsOf> asOfs = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            asOfs.add(AsOf.startOf(last.minusMonths((long) i * MONTHS_BETWEEN)));
        }
        return new FeatureTrainingSet(folder, outcomes, asOfs);
    }

    /** The labelled vectors; a firm of which nothing was known at an as-of is left out there. */
    TrainingSet compute(FeatureCatalog catalog, LongConsumer progress) {
        Map<EnterpriseId, Outcome> byFirm = new HashMap<>();
        List<Spine.Point> points = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            byFirm.put(outcome.enterprise(), outcome);
            asOfs.stream()
                    .filter(asOf -> isLabelled(outcome, asOf))
                    .forEach(asOf -> points.add(new Spine.Point(outcome.enterprise(), asOf)));
        }
        TrainingSet.Builder set = TrainingSet.of(catalog.schema());
        new LocalFeatureEngine(Runtime.getRuntime().availableProcessors(), progress)
                .compute(new CsvSignalStore(SignalSource.signals(folder)), catalog, Spine.of(points), vector -> {
                    if (vector.completeness() > 0) { // not registered yet: nobody could have asked
                        Outcome outcome = java.util.Objects.requireNonNull(byFirm.get(vector.enterprise()));
                        set.add(vector, OutcomeDefinition.TWELVE_MONTHS.label(outcome, vector.asOf()) == Label.BAD);
                    }
                });
        return set.build();
    }

    private static boolean isLabelled(Outcome outcome, AsOf asOf) {
        return switch (OutcomeDefinition.TWELVE_MONTHS.label(outcome, asOf)) {
            case GOOD, BAD -> true;
            case ALREADY_DEFAULTED, NOT_FULLY_OBSERVED -> false;
        };
    }
}
