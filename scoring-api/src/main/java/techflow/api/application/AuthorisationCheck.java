package techflow.api.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/**
 * No firm's data is looked at without its authorisation. What counts is the time of the query: an as-of in the past
 * excuses nothing, for the data is looked at now.
 */
public final class AuthorisationCheck {
    private final LegalStandings standings;
    private final Clock clock;

    public AuthorisationCheck(LegalStandings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * The standing of a query that may go on. Fails with AUTHORISATION_MISSING, _EXPIRED, _REVOKED or _OUT_OF_SCOPE, and
     * with STORE_UNAVAILABLE.
     */
    public Mono<LegalStanding> admit(ScoreCommand command) {
        return standings.of(command).doOnNext(found -> require(found.authorisation(), command, clock.instant()));
    }

    /** The rule itself. @throws RecordFault as {@link #admit} */
    public static void require(Optional<Authorisation> found, ScoreCommand command, Instant now) {
        Authorisation authorisation = found.orElseThrow(() -> new RecordFault(
                ProblemCode.AUTHORISATION_MISSING,
                "No authorisation with this number is filed; file the enterprise's signed authorisation under"
                        + " /v1/authorisations, then ask again"));
        if (!authorisation.terms().enterprise().equals(command.enterprise())) {
            throw new RecordFault(
                    ProblemCode.AUTHORISATION_OUT_OF_SCOPE,
                    "This authorisation was granted by another enterprise; name one of the enterprise asked about");
        }
        switch (authorisation.at(now)) {
            case LIVE -> requireScope(authorisation, command.purpose());
            case NOT_YET ->
                throw new RecordFault(
                        ProblemCode.AUTHORISATION_EXPIRED,
                        "This authorisation begins at " + authorisation.terms().grantedAt() + "; ask from then on");
            case EXPIRED ->
                throw new RecordFault(
                        ProblemCode.AUTHORISATION_EXPIRED,
                        "This authorisation ended at " + authorisation.terms().expiresAt()
                                + "; ask the enterprise for a new one and file it");
            case REVOKED ->
                throw new RecordFault(
                        ProblemCode.AUTHORISATION_REVOKED,
                        "The enterprise withdrew this authorisation; only a new one allows further queries");
        }
    }

    private static void requireScope(Authorisation authorisation, Purpose purpose) {
        if (!authorisation.terms().purposes().contains(purpose)) {
            throw new RecordFault(
                    ProblemCode.AUTHORISATION_OUT_OF_SCOPE,
                    "This authorisation covers %s and not %s; ask for one that does"
                            .formatted(authorisation.terms().purposes(), purpose));
        }
    }
}
