package techflow.api.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import techflow.api.application.ActiveModel;
import techflow.api.persistence.SchemaVersion;

/** What readiness asks: does the database answer with the expected schema, and does a verified model answer. */
@Configuration(proxyBeanMethods = false)
class Readiness {
    @Bean
    ReactiveHealthIndicator databaseHealthIndicator(SchemaVersion schema) {
        return () -> schema.require()
                .thenReturn(
                        Health.up().withDetail("schema", SchemaVersion.EXPECTED).build())
                .onErrorResume(error -> Mono.just(Health.down()
                        .withDetail("reason", String.valueOf(error.getMessage()))
                        .build()));
    }

    /** A refused champion leaves the service ready while an earlier one answers; the counter of refusals alarms. */
    @Bean
    ReactiveHealthIndicator modelHealthIndicator(ActiveModel activeModel) {
        return () -> Mono.fromSupplier(() -> {
            Health.Builder health = activeModel
                    .current()
                    .map(model -> Health.up().withDetail("version", model.ref().version()))
                    .orElseGet(() -> Health.down().withDetail("reason", "no verified model is active"));
            activeModel
                    .refusal()
                    .ifPresent(r -> health.withDetail("refused", r.code().name()));
            return health.build();
        });
    }
}
