package techflow.scoring.training;

import java.time.Instant;
import java.util.List;

/**
 * What a training job cannot know by itself.
 *
 * @param modelId name of the model line, such as {@code tech-flow-pd}
 * @param version version within the line
 * @param createdAt when
 * @param trainedBy the person or job
 * @param dataDescription what the data is, for people
 * @param synthetic true when any of it was made up
 * @param peerTables ids of the peer tables that ranked its firms, empty when none did
 */
public record AboutModel(
        String modelId,
        String version,
        Instant createdAt,
        String trainedBy,
        String dataDescription,
        boolean synthetic,
        List<String> peerTables) {
    public AboutModel {
        peerTables = List.copyOf(peerTables);
    }

    /** A model of firms that were ranked by no peer table. */
    public AboutModel(
            String modelId,
            String version,
            Instant createdAt,
            String trainedBy,
            String dataDescription,
            boolean synthetic) {
        this(modelId, version, createdAt, trainedBy, dataDescription, synthetic, List.of());
    }
}
