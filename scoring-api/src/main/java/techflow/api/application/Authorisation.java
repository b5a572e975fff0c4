package techflow.api.application;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import techflow.features.signal.EnterpriseId;

/**
 * An authorisation that a data subject granted to a lender.
 *
 * @param id ours, UUIDv7
 * @param tenant the lender
 * @param terms what was granted
 * @param filedAt when it was filed here
 * @param filedBy by whom
 * @param revocation when and why it ended early, empty while it has not
 */
public record Authorisation(
        String id, String tenant, Terms terms, Instant filedAt, String filedBy, Optional<Revocation> revocation) {
    /**
     * What the document says.
     *
     * @param enterprise who granted it
     * @param number as the lender numbers it; scores name it as their authorisationId
     * @param purposes what for, at least one, in the order of {@link Purpose}
     * @param grantedAt from when
     * @param expiresAt until when, this instant excluded; after {@code grantedAt}
     * @param evidenceSha256 SHA-256 of the signed document, which stays with the lender
     */
    public record Terms(
            EnterpriseId enterprise,
            String number,
            List<Purpose> purposes,
            Instant grantedAt,
            Instant expiresAt,
            String evidenceSha256) {
        public Terms {
            Set<Purpose> sorted = EnumSet.copyOf(purposes);
            purposes = List.copyOf(sorted);
        }
    }

    /** When, by whom and why it was revoked. */
    public record Revocation(Instant at, String by, String reason) {}

    /** How an authorisation stands at one instant. */
    public enum State {
        NOT_YET,
        LIVE,
        EXPIRED,
        REVOKED
    }

    /** How it stands; one that was revoked stays revoked. */
    public State at(Instant now) {
        if (revocation.isPresent()) {
            return State.REVOKED;
        }
        if (now.isBefore(terms.grantedAt())) {
            return State.NOT_YET;
        }
        return now.isBefore(terms.expiresAt()) ? State.LIVE : State.EXPIRED;
    }
}
