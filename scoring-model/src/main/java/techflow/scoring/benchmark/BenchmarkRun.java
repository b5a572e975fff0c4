package techflow.scoring.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import techflow.problem.ModelFault;
import techflow.scoring.benchmark.BenchmarkTable.Line;
import techflow.scoring.benchmark.BenchmarkTable.SetResult;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.TrainingSet;

/** Runs trainers on data sets and puts the peers beside them. */
public final class BenchmarkRun {
    private final Map<String, Function<TrainingSet, ModelTrainer>> trainers;
    private final LeakageCheck leakage;
    private final long seed;

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Listener {
        /** @param done folds of {@code trainer} that are done on {@code set} */
        void fold(String set, String trainer, int done);
    }

    /**
     * A run.
     *
     * @param trainers by name: what to take for rows of the kind at hand
     * @param quick a trainer that takes seconds, for the leakage check
     * @param seed of every random choice
     */
    public BenchmarkRun(Map<String, Function<TrainingSet, ModelTrainer>> trainers, ModelTrainer quick, long seed) {
        this.trainers = trainers;
        this.leakage = new LeakageCheck(quick, seed);
        this.seed = seed;
    }

    /** The results of a set, and when a feature seems to know the outcome, those without it. */
    public List<SetResult> on(OpenSet set, Listener listener) throws Exception {
        List<SetResult> results = new ArrayList<>();
        Optional<LeakageCheck.Suspect> suspect = leakage.suspect(set);
        List<Line> lines = lines(set, set.name(), set.candidates(), listener);
        set.peers()
                .forEach((peer, sample) -> lines.add(new Line(
                        peer,
                        false,
                        Optional.of(Figures.of(sample)),
                        set.peerSeconds().containsKey(peer)
                                ? OptionalDouble.of(set.peerSeconds().get(peer))
                                : OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        "")));
        results.add(new SetResult(
                set.name(),
                set.rows().size(),
                set.rows().badCount(),
                suspect.map(one -> warning(set, one)).orElse(""),
                lines));
        if (suspect.isPresent()) {
            String name = set.name() + " without "
                    + set.columnNames().get(suspect.get().feature().feature());
            List<Candidate> others =
                    LeakageCheck.without(set.candidates(), suspect.get().feature());
            results.add(new SetResult(
                    name, set.rows().size(), set.rows().badCount(), "", lines(set, name, others, listener)));
        }
        return results;
    }

    private List<Line> lines(OpenSet set, String name, List<Candidate> candidates, Listener listener) throws Exception {
        List<Line> lines = new ArrayList<>();
        for (var entry : trainers.entrySet()) {
            ModelTrainer trainer = entry.getValue().apply(set.rows());
            int[] done = {0};
            try {
                var measured = Cost.of(() -> new OutOfFold(trainer, candidates, seed)
                        .pds(set.rows(), set.folds(), () -> listener.fold(name, entry.getKey(), ++done[0])));
                lines.add(new Line(
                        entry.getKey(),
                        true,
                        Optional.of(Figures.of(measured.result())),
                        OptionalDouble.of(measured.cost().cpuSeconds()),
                        measured.cost().peakMib(),
                        ""));
            } catch (ModelFault fault) {
                String why = fault.code() + ": " + fault.getMessage();
                lines.add(new Line(
                        entry.getKey(), true, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), why));
            }
        }
        return lines;
    }

    private static String warning(OpenSet set, LeakageCheck.Suspect suspect) {
        return "%s seems to know the outcome: alone it ranks with AUC %.3f, and without it a quick model falls from %.3f to %.3f"
                .formatted(
                        set.columnNames().get(suspect.feature().feature()),
                        suspect.alone(),
                        suspect.with(),
                        suspect.without());
    }
}
