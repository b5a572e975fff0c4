package techflow.api.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import reactor.core.scheduler.Schedulers;

/** Where bodies of deliveries lie while they are worked on. */
@Configuration(proxyBeanMethods = false)
class SignalIntake {
    @Bean
    Spool signalSpool(@Value("${techflow.signals.size}") DataSize most) {
        return new Spool(Schedulers.boundedElastic(), most.toBytes());
    }
}
