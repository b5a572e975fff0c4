package techflow.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.features.definition.FeatureCatalog;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.store.SignalStore;
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
 * @param store the signals
 * @param firms the firms with an outcome
 * @param asOfs ascending
 * @param label what a firm is as of an instant
 */
record FeatureTrainingSet(
        SignalStore store,
        Collection<EnterpriseId> firms,
        List<AsOf> asOfs,
        BiFunction<EnterpriseId, AsOf, Label> label) {
    private static final int MONTHS_BETWEEN = 3;
    private static final String UNDATED = "bad";

    /**
     * With dated outcomes, quarterly as-of days, the last of them one outcome window before the day to which most was
     * observed; with undated ones, as an import of ledgers leaves them, the day after the last signal became known.
     *
     * @param folder holds {@code signals} and {@code outcomes.csv}
     * @param count how many quarterly days, 1 or more
     */
    static FeatureTrainingSet in(Path folder, int count) throws IOException {
        SignalStore store = new CsvSignalStore(SignalSource.signals(folder));
        Path outcomes = folder.resolve(DatasetWriter.OUTCOMES);
        return isUndated(outcomes) ? undated(store, outcomes) : dated(store, OutcomeReader.read(outcomes), count);
    }

    private static boolean isUndated(Path outcomes) throws IOException {
        try (Stream<String> lines = Files.exists(outcomes) ? Files.lines(outcomes) : Stream.of("")) {
            return lines.findFirst()
                    .map(head -> List.of(head.split(",", -1)).contains(UNDATED))
                    .orElse(false);
        }
    }

    private static FeatureTrainingSet dated(SignalStore store, List<Outcome> outcomes, int count) {
        LocalDate end = outcomes.stream()
                .map(Outcome::observedUntil)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new RecordFault(ProblemCode.TRAINING_DATA_UNFIT, "There is no outcome to train on"));
        LocalDate last = end.plusDays(1).minusMonths(OutcomeDefinition.TWELVE_MONTHS.months());
        List<AsOf> asOfs = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            asOfs.add(AsOf.startOf(last.minusMonths((long) i * MONTHS_BETWEEN)));
        }
        Map<EnterpriseId, Outcome> byFirm = new HashMap<>();
        outcomes.forEach(outcome -> byFirm.put(outcome.enterprise(), outcome));
        return new FeatureTrainingSet(
                store,
                byFirm.keySet(),
                asOfs,
                (firm, asOf) -> Optional.ofNullable(byFirm.get(firm))
                        .map(outcome -> OutcomeDefinition.TWELVE_MONTHS.label(outcome, asOf))
                        .orElse(Label.NOT_FULLY_OBSERVED));
    }

    private static FeatureTrainingSet undated(SignalStore store, Path outcomes) throws IOException {
        Map<EnterpriseId, Boolean> bad = new HashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(outcomes)) {
            for (NamedCsvRecord row : csv) {
                bad.put(
                        new EnterpriseId(row.getField("uscc")),
                        row.getField(UNDATED).equals("1"));
            }
        }
        return new FeatureTrainingSet(
                store,
                bad.keySet(),
                List.of(afterLastKnown(store)),
                (firm, asOf) -> Optional.ofNullable(bad.get(firm))
                        .map(isBad -> isBad ? Label.BAD : Label.GOOD)
                        .orElse(Label.NOT_FULLY_OBSERVED));
    }

    private static AsOf afterLastKnown(SignalStore store) {
        try (Stream<SignalStore.History> histories = store.histories()) {
            Instant last = histories
                    .flatMap(history -> history.signals().stream())
                    .map(Signal::knownAt)
                    .max(Instant::compareTo)
                    .orElseThrow(() -> new RecordFault(ProblemCode.FILE_MALFORMED, "There are no signals"));
            return AsOf.startOf(new AsOf(last).date().plusDays(1));
        }
    }

    /** The labelled vectors; a firm of which nothing was known at an as-of is left out there. */
    TrainingSet compute(FeatureCatalog catalog, LongConsumer progress) {
        List<Spine.Point> points = new ArrayList<>();
        for (EnterpriseId firm : firms) {
            asOfs.stream()
                    .filter(asOf -> bad(firm, asOf).isPresent())
                    .forEach(asOf -> points.add(new Spine.Point(firm, asOf)));
        }
        TrainingSet.Builder set = TrainingSet.of(catalog.schema());
        new LocalFeatureEngine(Runtime.getRuntime().availableProcessors(), progress)
                .compute(store, catalog, Spine.of(points), vector -> {
                    if (vector.completeness() > 0) { // not registered yet: nobody could have asked
                        set.add(vector, bad(vector.enterprise(), vector.asOf()).orElseThrow());
                    }
                });
        return set.build();
    }

    /** As {@link #compute}, each firm ranked among all of these firms as of the same instant. */
    TrainingSet computeAmongThemselves(FeatureCatalog catalog, LongConsumer progress) {
        StagedPopulation population = population(catalog, progress);
        return population.trainingSet(population.tables());
    }

    /** All of these firms at every instant, in one pass. */
    StagedPopulation population(FeatureCatalog catalog, LongConsumer progress) {
        StagedPopulation population = new StagedPopulation(catalog, asOfs);
        new LocalFeatureEngine(Runtime.getRuntime().availableProcessors(), progress)
                .compute(
                        store,
                        population.catalog(),
                        population.spine(firms),
                        vector -> population.add(vector, bad(vector.enterprise(), vector.asOf())));
        return population;
    }

    /** How many firms at instants are neither good nor bad, by reason. */
    Map<String, Long> unlabelled() {
        Map<String, Long> counts = new TreeMap<>();
        for (EnterpriseId firm : firms) {
            for (AsOf asOf : asOfs) {
                Label found = label.apply(firm, asOf);
                if (bad(found).isEmpty()) {
                    counts.merge(found.name().toLowerCase(Locale.ROOT), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    /** Whether a firm is bad as of an instant, empty when it is neither good nor bad then. */
    Optional<Boolean> bad(EnterpriseId firm, AsOf asOf) {
        return bad(label.apply(firm, asOf));
    }

    private static Optional<Boolean> bad(Label label) {
        return switch (label) {
            case GOOD -> Optional.of(false);
            case BAD -> Optional.of(true);
            case ALREADY_DEFAULTED, NOT_FULLY_OBSERVED -> Optional.empty();
        };
    }
}
