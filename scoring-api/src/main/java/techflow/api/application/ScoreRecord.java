package techflow.api.application;

import java.time.Instant;
import java.util.Optional;

/**
 * A score as it was given, with all that is needed to compute it again.
 *
 * @param scoreId UUIDv7
 * @param requestedAt when it was asked for
 * @param command what was asked
 * @param modelSha256 hash of the artefact that answered
 * @param settingsVersion version of the technology settings
 * @param peerTableId the peer table that ranked the firm, empty when none did
 * @param inputs the feature vector, canonical JSON
 * @param result the scoring result, canonical JSON
 * @param answer the answer as it was sent
 */
public record ScoreRecord(
        String scoreId,
        Instant requestedAt,
        ScoreCommand command,
        String modelSha256,
        String settingsVersion,
        Optional<String> peerTableId,
        String inputs,
        String result,
        String answer) {
    /** The same with its answer. */
    ScoreRecord answered(String json) {
        return new ScoreRecord(
                scoreId, requestedAt, command, modelSha256, settingsVersion, peerTableId, inputs, result, json);
    }
}
