package techflow.api.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.SignalKind;

/** Who is known, and how much is known about them, as of now. */
public interface EnterpriseDirectory {
    /** Longest list that {@link #search} gives. */
    int SEARCH_LIMIT = 20;

    /** What is known of one enterprise, empty when nothing is. */
    Mono<Enterprise> find(EnterpriseId enterprise);

    /**
     * Enterprises whose code begins with the text or whose name holds it, names that begin with it first, at most
     * {@link #SEARCH_LIMIT}.
     */
    Mono<List<Match>> search(String text);

    /**
     * What is known of one enterprise.
     *
     * @param id its code
     * @param profile master data last known, empty when only other signals are known
     * @param kinds the kinds known, in the order of {@link SignalKind}
     */
    record Enterprise(EnterpriseId id, Optional<EnterpriseProfile> profile, List<KindSummary> kinds) {
        public Enterprise {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * How much is known of one kind.
     *
     * @param kind which
     * @param signals observations, every version counted
     * @param latestOccurredAt latest day that one is about
     * @param latestKnownAt latest instant of publication
     */
    record KindSummary(SignalKind kind, long signals, LocalDate latestOccurredAt, Instant latestKnownAt) {}

    /** One hit of a search. */
    record Match(EnterpriseId id, String name) {}
}
