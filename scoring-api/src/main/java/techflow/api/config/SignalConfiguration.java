package techflow.api.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;
import techflow.api.application.IngestSignals;
import techflow.api.persistence.Database;
import techflow.api.persistence.R2dbcSignalSink;

/** Deliveries of signals. Their files are read on threads that may wait. */
@Configuration(proxyBeanMethods = false)
class SignalConfiguration {
    @Bean
    IngestSignals ingestSignals(Database database, SignalProperties properties, Clock clock) {
        return new IngestSignals(
                new R2dbcSignalSink(database), Schedulers.boundedElastic(), clock, properties.listed());
    }
}
