package techflow.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import techflow.api.application.Authorisation;
import techflow.api.application.Purpose;
import techflow.api.application.Slice;

/**
 * An authorisation as published.
 *
 * @param id ours; stands in the address
 * @param authorisationId the lender's number; scores name it
 * @param state how it stands now
 * @param expiresAt the first moment at which it no longer holds
 * @param revocation null while it was not revoked
 */
record AuthorisationAnswer(
        String id,
        String authorisationId,
        String uscc,
        List<Purpose> purposes,
        Authorisation.State state,
        Instant grantedAt,
        Instant expiresAt,
        String evidenceSha256,
        Instant filedAt,
        String filedBy,
        @Nullable Revoked revocation) {
    /** When, by whom and why it was revoked. */
    record Revoked(Instant at, String by, String reason) {}

    /** A page of them; {@code next} is the cursor of the page that follows, null at the end. */
    record Page(List<AuthorisationAnswer> items, @Nullable String next) {
        static Page of(Slice<Authorisation> slice, Instant now) {
            return new Page(
                    slice.items().stream()
                            .map(one -> AuthorisationAnswer.of(one, now))
                            .toList(),
                    slice.next().orElse(null));
        }
    }

    static AuthorisationAnswer of(Authorisation authorisation, Instant now) {
        Authorisation.Terms terms = authorisation.terms();
        return new AuthorisationAnswer(
                authorisation.id(),
                terms.number(),
                terms.enterprise().code(),
                terms.purposes(),
                authorisation.at(now),
                terms.grantedAt(),
                terms.expiresAt(),
                terms.evidenceSha256(),
                authorisation.filedAt(),
                authorisation.filedBy(),
                revoked(authorisation.revocation()));
    }

    private static @Nullable Revoked revoked(Optional<Authorisation.Revocation> revocation) {
        return revocation
                .map(one -> new Revoked(one.at(), one.by(), one.reason()))
                .orElse(null);
    }
}
