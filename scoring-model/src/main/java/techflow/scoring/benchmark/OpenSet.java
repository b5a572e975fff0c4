package techflow.scoring.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureName;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.TrainingSet;

/**
 * A labelled data set with folds and the peers' out-of-fold PDs.
 *
 * @param name folder name
 * @param rows the rows in file order, all of one as-of day, under placeholder codes
 * @param folds fold of each row
 * @param columnNames the file's own name of each feature
 * @param peers out-of-fold PDs by peer
 * @param peerSeconds CPU seconds of each peer over all folds
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, never compared as a value
public record OpenSet(
        String name,
        TrainingSet rows,
        int[] folds,
        Map<FeatureName, String> columnNames,
        Map<String, ScoredSample> peers,
        Map<String, Double> peerSeconds) {
    public OpenSet {
        columnNames = Map.copyOf(columnNames);
        peers = new TreeMap<>(peers);
        peerSeconds = Map.copyOf(peerSeconds);
    }

    /** Every feature, without a direction: open sets declare none. */
    public List<Candidate> candidates() {
        return rows.schema().columns().stream()
                .map(column -> new Candidate(column.name(), Direction.NONE))
                .toList();
    }
}
