package techflow.api.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import techflow.api.security.limit.Quota;

/**
 * How often callers may ask, in each process. Answers tell the state in {@code RateLimit}.
 *
 * @param client requests of one key or token client
 * @param tenant requests of all clients of one tenant
 * @param failures wrong keys and tokens from one remote address; behind a proxy set {@code server.forward-headers-strategy},
 *     or all callers count as one address
 */
@ConfigurationProperties("techflow.limits")
public record LimitProperties(
        @DefaultValue Client client,
        @DefaultValue Tenant tenant,
        @DefaultValue Failures failures) {
    /** Of one client: on average 500 a second. */
    public record Client(
            @DefaultValue("5000") int requests,
            @DefaultValue("10s") Duration per) {
        Quota quota() {
            return LimitProperties.quota("client", requests, per);
        }
    }

    /** Of one tenant: on average 1,000 a second. */
    public record Tenant(
            @DefaultValue("10000") int requests,
            @DefaultValue("10s") Duration per) {
        Quota quota() {
            return LimitProperties.quota("tenant", requests, per);
        }
    }

    /** From one address: on average one every 3 seconds. */
    public record Failures(
            @DefaultValue("20") int requests,
            @DefaultValue("1m") Duration per) {
        Quota quota() {
            return LimitProperties.quota("failures", requests, per);
        }
    }

    /** Refuses wrong values when the service starts, naming the setting. */
    public LimitProperties {
        client.quota();
        tenant.quota();
        failures.quota();
    }

    private static Quota quota(String name, int requests, Duration per) {
        try {
            return new Quota(requests, per);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("techflow.limits." + name + "." + e.getMessage(), e);
        }
    }
}
