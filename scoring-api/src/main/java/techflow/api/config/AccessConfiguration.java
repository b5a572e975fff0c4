package techflow.api.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import techflow.api.metrics.SecurityMeters;
import techflow.api.persistence.Database;
import techflow.api.persistence.R2dbcApiKeys;
import techflow.api.persistence.R2dbcKeyStore;
import techflow.api.persistence.R2dbcTenantDirectory;
import techflow.api.security.SecurityObserver;
import techflow.api.security.chain.HeaderAuthentication;
import techflow.api.security.key.ApiKeys;
import techflow.api.security.key.CachedApiKeys;
import techflow.api.security.key.KeyAuthentication;
import techflow.api.security.key.ManageKeys;
import techflow.api.security.key.TenantDirectory;
import techflow.api.security.limit.FailureLimit;
import techflow.api.security.limit.RequestLimit;
import techflow.api.security.token.TokenAuthentication;
import techflow.api.web.Deprecations;

/** Who calls, and how often: keys, tokens, limits and their meters. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    SecurityMeters securityMeters(MeterRegistry registry) {
        return new SecurityMeters(registry);
    }

    @Bean
    ApiKeys apiKeys(Database database, ScoringProperties properties, Clock clock) {
        return new CachedApiKeys(new R2dbcApiKeys(database), properties.keyCache(), clock);
    }

    @Bean
    ManageKeys manageKeys(Database database) {
        return new ManageKeys(new R2dbcKeyStore(database), new SecureRandom());
    }

    @Bean
    TenantDirectory tenantDirectory(Database database) {
        return new R2dbcTenantDirectory(database);
    }

    @Bean
    FailureLimit failureLimit(LimitProperties limits, SecurityObserver observer) {
        return new FailureLimit(limits.failures().quota(), observer, System::nanoTime);
    }

    @Bean
    RequestLimit requestLimit(LimitProperties limits, SecurityObserver observer) {
        return new RequestLimit(limits.client().quota(), limits.tenant().quota(), observer, System::nanoTime);
    }

    @Bean
    KeyAuthentication keyAuthentication(ApiKeys keys, FailureLimit failures, SecurityObserver observer) {
        return new KeyAuthentication(keys, failures, observer);
    }

    @Bean
    Deprecations deprecations(DeprecationProperties properties) {
        return new Deprecations(properties.asNotices());
    }

    /** Keys always; tokens where an issuer is set. */
    @Bean
    HeaderAuthentication headerAuthentication(
            KeyAuthentication keys,
            OAuth2Properties tokens,
            TenantDirectory tenants,
            FailureLimit failures,
            SecurityObserver observer,
            Clock clock) {
        if (!tokens.isOn()) {
            return new HeaderAuthentication(keys, Optional.empty());
        }
        var ports = new TokenAuthentication.Ports(tokens.keys(), tenants, failures, observer, clock);
        return new HeaderAuthentication(
                keys,
                Optional.of(new TokenAuthentication(tokens.rules(), tokens.grace(), tokens.refetchPause(), ports)));
    }
}
