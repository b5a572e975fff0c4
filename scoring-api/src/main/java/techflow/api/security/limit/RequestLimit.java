package techflow.api.security.limit;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;
import techflow.api.security.Client;
import techflow.api.security.SecurityObserver;

/**
 * Counts the requests of each client and of each tenant, and tells both in every answer: {@code RateLimit-Policy} and
 * {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers ({@code q} quota, {@code w} window in seconds, {@code r}
 * remaining, {@code t} seconds until all of them are back). A request beyond either limit is refused with RATE_LIMITED.
 */
public final class RequestLimit {
    private static final String CLIENT = "client";
    private static final String TENANT = "tenant";

    private final Buckets clients;
    private final Buckets tenants;
    private final String policy;
    private final SecurityObserver observer;

    /** @param nanos a clock that only goes forward */
    public RequestLimit(Quota perClient, Quota perTenant, SecurityObserver observer, LongSupplier nanos) {
        this.clients = new Buckets(perClient, nanos);
        this.tenants = new Buckets(perTenant, nanos);
        this.policy = policy(CLIENT, perClient) + ", " + policy(TENANT, perTenant);
        this.observer = observer;
    }

    /**
     * One more request of the client.
     *
     * @param headers of the answer
     * @throws techflow.problem.RecordFault RATE_LIMITED
     */
    public void take(Client client, HttpHeaders headers) {
        Buckets.Look own = clients.take(client.tenant() + "/" + client.id());
        Buckets.Look all = own.taken() ? tenants.take(client.tenant()) : tenants.peek(client.tenant());
        headers.set("RateLimit-Policy", policy);
        headers.set("RateLimit", state(CLIENT, own) + ", " + state(TENANT, all));
        refuse(CLIENT, own);
        refuse(TENANT, all);
    }

    private void refuse(String name, Buckets.Look look) {
        if (!look.taken()) {
            observer.limited(name);
            throw new RateLimited("More requests than this " + name + " may send", look.nanosToNext()).fault();
        }
    }

    private static String policy(String name, Quota quota) {
        return "\"%s\";q=%d;w=%d".formatted(name, quota.requests(), quota.per().toSeconds());
    }

    private static String state(String name, Buckets.Look look) {
        return "\"" + name + "\";r=" + look.remaining() + ";t=" + seconds(look.nanosToFull());
    }

    private static long seconds(long nanos) {
        long second = Duration.ofSeconds(1).toNanos();
        return (nanos + second - 1) / second;
    }
}
