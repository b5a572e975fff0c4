package techflow.api.answer;

import java.time.Instant;
import java.util.Optional;
import techflow.features.peer.PeerTables;

/**
 * What the answer is compared with.
 *
 * @param previous the score that the same tenant was given of the same firm by the same model for an earlier instant
 * @param peers the tables that rank now
 */
public record AnswerContext(Optional<Previous> previous, PeerTables peers) {
    /** Nothing to compare with. */
    public static final AnswerContext NONE = new AnswerContext(Optional.empty(), PeerTables.NONE);

    /**
     * An earlier score.
     *
     * @param scoreId its id
     * @param asOf of when it is
     * @param score integer score
     */
    public record Previous(String scoreId, Instant asOf, int score) {}
}
