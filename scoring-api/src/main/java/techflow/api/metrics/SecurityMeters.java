package techflow.api.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import techflow.api.security.SecurityObserver;

/** Counts credentials and refusals for frequency. No label says who, so that their number stays small. */
public final class SecurityMeters implements SecurityObserver {
    private final MeterRegistry registry;

    /** Registers every counter at zero, so that an alarm on their rise sees the first one. */
    public SecurityMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Credential credential : Credential.values()) {
            authentications(credential, true);
            authentications(credential, false);
        }
        List.of("client", "tenant", "authentication").forEach(this::refusals);
    }

    @Override
    public void authenticated(Credential credential, boolean good) {
        authentications(credential, good).increment();
    }

    @Override
    public void limited(String policy) {
        refusals(policy).increment();
    }

    private Counter authentications(Credential credential, boolean good) {
        return Counter.builder("techflow.authentications")
                .description("Credentials that were looked at")
                .tag("credential", credential.name().toLowerCase(Locale.ROOT))
                .tag("outcome", good ? "good" : "refused")
                .register(registry);
    }

    private Counter refusals(String policy) {
        return Counter.builder("techflow.rate.limited")
                .description("Requests refused with RATE_LIMITED")
                .tag("policy", policy)
                .register(registry);
    }
}
