package techflow.scoring.training;

import java.time.Instant;

/**
 * What a training job cannot know by itself.
 *
 * @param modelId name of the model line, such as {@code tech-flow-pd}
 * @param version version within the line
 * @param createdAt when
 * @param trainedBy the person or job
 * @param dataDescription what the data is, for people
 * @param synthetic true when any of it was made up
 */
public record AboutModel(
        String modelId,
        String version,
        Instant createdAt,
        String trainedBy,
        String dataDescription,
        boolean synthetic) {}
