package techflow.api.security.key;

import reactor.core.publisher.Mono;

/** Which tenants there are. */
@FunctionalInterface
public interface TenantDirectory {
    /** Whether the tenant is known here. */
    Mono<Boolean> isKnown(String tenant);
}
