package techflow.scoring.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import techflow.scoring.artifact.Provenance;

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
 * @param provenance how the model comes to be, so that it can be trained again; empty when it is not kept
 */
public record AboutModel(
        String modelId,
        String version,
        Instant createdAt,
        String trainedBy,
        String dataDescription,
        boolean synthetic,
        List<String> peerTables,
        Optional<Provenance> provenance) {
    public AboutModel {
        peerTables = List.copyOf(peerTables);
    }

    /** A model of which it is not kept how it came to be. */
    public AboutModel(
            String modelId,
            String version,
            Instant createdAt,
            String trainedBy,
            String dataDescription,
            boolean synthetic,
            List<String> peerTables) {
        this(modelId, version, createdAt, trainedBy, dataDescription, synthetic, peerTables, Optional.empty());
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

    /** The same, with rows that training left out counted in the provenance. */
    AboutModel excluding(String reason, long rows) {
        return new AboutModel(
                modelId,
                version,
                createdAt,
                trainedBy,
                dataDescription,
                synthetic,
                peerTables,
                provenance.map(known -> known.excluding(reason, rows)));
    }
}
