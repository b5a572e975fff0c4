package techflow.scoring.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.evaluation.TooManyDefaults;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.wording.Bilingual;

/**
 * What a model does on some of the firms.
 *
 * @param name which
 * @param rows firms times as-of days
 * @param bads defaults among them
 * @param meanPd mean PD
 * @param auc with its interval, empty with fewer than {@link #LEAST_BADS} goods or bads
 */
public record Segment(Bilingual name, int rows, int bads, double meanPd, Optional<Estimate> auc) {
    /** Below so many defaults an AUC says nothing. */
    public static final int LEAST_BADS = 10;

    public double observedRate() {
        return (double) bads / rows;
    }

    /** One-sided p-value that the PDs of the segment are too low, its firms taken as independent. */
    public double tooLowP() {
        return TooManyDefaults.independent(rows, bads, meanPd);
    }

    static Segment of(Bilingual name, ScoredSample sample) {
        int bads = sample.badCount();
        boolean enough = Math.min(bads, sample.size() - bads) >= LEAST_BADS;
        return new Segment(
                name,
                sample.size(),
                bads,
                sample.expectedRate(),
                enough ? Optional.of(Discrimination.auc(sample)) : Optional.empty());
    }

    /** The segments of a segmentation, largest first; firms without one stand last, as not known. */
    static List<Segment> of(Segmentation segmentation, TrainingSet rows, ScoredSample scored) {
        Map<Bilingual, List<Integer>> members = new LinkedHashMap<>();
        Bilingual unknown = new Bilingual("未知", "not known");
        for (int row = 0; row < rows.size(); row++) {
            members.computeIfAbsent(segmentation.segmentOf().of(rows, row).orElse(unknown), name -> new ArrayList<>())
                    .add(row);
        }
        return members.entrySet().stream()
                .map(entry -> of(entry.getKey(), part(scored, entry.getValue())))
                .sorted(Comparator.comparing((Segment segment) -> segment.name().equals(unknown))
                        .thenComparing(segment -> -segment.rows())
                        .thenComparing(segment -> segment.name().english()))
                .toList();
    }

    static ScoredSample part(ScoredSample whole, List<Integer> rows) {
        double[] pds = new double[rows.size()];
        boolean[] bads = new boolean[rows.size()];
        for (int i = 0; i < pds.length; i++) {
            pds[i] = whole.pds()[rows.get(i)];
            bads[i] = whole.bads()[rows.get(i)];
        }
        return new ScoredSample(pds, bads);
    }
}
