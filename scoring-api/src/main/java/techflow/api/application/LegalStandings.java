package techflow.api.application;

import reactor.core.publisher.Mono;

/** Reads how a query stands before the law, in one round trip. */
@FunctionalInterface
public interface LegalStandings {
    /** The standing now; never empty. Of several firms' authorisations with one number, that of the command's firm. */
    Mono<LegalStanding> of(ScoreCommand command);
}
