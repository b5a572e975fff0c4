package techflow.scoring.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The results of a benchmark.
 *
 * @param sets by data set, in the order in which they ran
 */
public record BenchmarkTable(List<SetResult> sets) {
    public BenchmarkTable {
        sets = List.copyOf(sets);
    }

    /**
     * One trainer or peer on one set.
     *
     * @param figures empty when the trainer refused the data
     * @param note why it refused, else empty
     */
    public record Line(
            String name,
            boolean ours,
            Optional<Figures> figures,
            OptionalDouble cpuSeconds,
            OptionalDouble peakMib,
            String note) {
        double auc() {
            return figures.map(Figures::auc).orElse(Double.NEGATIVE_INFINITY);
        }
    }

    /** How the best of ours stands to the best peer by AUC. */
    public enum Verdict {
        AHEAD("ahead"),
        LEVEL("level within half a standard error"),
        BEHIND("behind"),
        NO_PEER("no peer");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One data set.
     *
     * @param warning what the leakage check found, empty when nothing
     */
    public record SetResult(String name, int rows, int bads, String warning, List<Line> lines) {
        public SetResult {
            lines = List.copyOf(lines);
        }

        public Optional<Line> best(boolean ours) {
            return lines.stream()
                    .filter(line -> line.ours() == ours && line.figures().isPresent())
                    .max(Comparator.comparingDouble(Line::auc));
        }

        /** By half of the best peer's standard error. */
        public Verdict verdict() {
            Optional<Line> peer = best(false);
            if (peer.isEmpty() || best(true).isEmpty()) {
                return Verdict.NO_PEER;
            }
            double ahead = best(true).get().auc() - peer.get().auc();
            double half = peer.get().figures().orElseThrow().aucError() / 2;
            if (Math.abs(ahead) <= half) {
                return Verdict.LEVEL;
            }
            return ahead > 0 ? Verdict.AHEAD : Verdict.BEHIND;
        }

        /** Whether one of ours has a smaller calibration error than every peer. */
        public boolean bestCalibrated() {
            return leastCalibrationError(true) < leastCalibrationError(false);
        }

        private double leastCalibrationError(boolean ours) {
            return lines.stream()
                    .filter(line -> line.ours() == ours)
                    .flatMap(line -> line.figures().stream())
                    .mapToDouble(Figures::calibrationError)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        /** 1 is the best AUC; equals share the mean of their places. */
        double rank(Line line) {
            long before =
                    lines.stream().filter(other -> other.auc() > line.auc()).count();
            long equal =
                    lines.stream().filter(other -> other.auc() == line.auc()).count();
            return before + (equal + 1) / 2.0;
        }
    }

    /** Mean rank by AUC over the sets that have peers, best first. */
    public Map<String, Double> meanRanks() {
        Map<String, List<Double>> ranks = new LinkedHashMap<>();
        for (SetResult set : sets) {
            if (set.best(false).isPresent()) {
                set.lines()
                        .forEach(line -> ranks.computeIfAbsent(line.name(), name -> new ArrayList<>())
                                .add(set.rank(line)));
            }
        }
        Map<String, Double> means = new LinkedHashMap<>();
        ranks.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> means.put(entry.getKey(), entry.getValue()));
        return means;
    }
}
