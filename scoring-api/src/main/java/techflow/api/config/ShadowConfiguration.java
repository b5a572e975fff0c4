package techflow.api.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import techflow.api.application.ModelSource;
import techflow.api.application.ShadowLog;
import techflow.api.application.ShadowModel;
import techflow.api.application.ShadowObserver;
import techflow.api.application.ShadowScoring;
import techflow.api.metrics.ShadowMeters;
import techflow.api.persistence.Database;
import techflow.api.persistence.R2dbcShadowLog;
import techflow.api.serving.ModelLoader;

/** The model that scores unheard: its model, its queue, its thread and its meters. */
@Configuration(proxyBeanMethods = false)
class ShadowConfiguration {
    @Bean
    ShadowLog shadowLog(Database database) {
        return new R2dbcShadowLog(database);
    }

    @Bean
    ShadowMeters shadowMeters(MeterRegistry registry) {
        return new ShadowMeters(registry);
    }

    @Bean
    ShadowModel shadowModel(ModelSource source, ModelLoader loader, ShadowObserver observer, Scheduler scheduler) {
        return new ShadowModel(source, loader, observer, scheduler);
    }

    @Bean
    ShadowScoring shadowScoring(
            ShadowModel model, ShadowLog log, ShadowObserver observer, Clock clock, ScoringProperties properties) {
        return new ShadowScoring(model, log, observer, clock, properties.shadowQueue());
    }

    @Bean
    MeterBinder shadowQueueMeter(ShadowScoring scoring) {
        return registry -> Gauge.builder("techflow.shadow.queue", scoring, ShadowScoring::waiting)
                .description("Answers that wait to be scored by the shadow model")
                .register(registry);
    }

    @Bean
    SmartLifecycle shadowThread(ShadowScoring scoring) {
        return new WorkerThread("shadow", scoring);
    }
}
