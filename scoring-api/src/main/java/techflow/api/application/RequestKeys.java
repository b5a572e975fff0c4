package techflow.api.application;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** What requests were answered with, by their keys. Keys come in with the answers, in the statement that keeps those. */
public interface RequestKeys {
    /** What was answered under a tenant's key, empty when nothing was. */
    Mono<Kept> find(String tenant, RequestKey key);

    /** Forgets the keys of before an instant, those of jobs that are not over left out; tells how many. */
    Mono<Long> sweep(Instant before);

    /**
     * An answered request.
     *
     * @param fingerprint of the request that was answered
     * @param answerId id of the score or of the job
     */
    record Kept(String fingerprint, String answerId) {}
}
