package techflow.api.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import techflow.api.answer.AnswerComposer;
import techflow.api.answer.SourceFreshness;
import techflow.api.application.ActiveModel;
import techflow.api.application.ActivePeers;
import techflow.api.application.AuditLog;
import techflow.api.application.AuthorisationCheck;
import techflow.api.application.EnterpriseDirectory;
import techflow.api.application.FindScore;
import techflow.api.application.ModelSource;
import techflow.api.application.PeerTableSource;
import techflow.api.application.ScoreEnterprise;
import techflow.api.application.ScoreHistory;
import techflow.api.application.ScoreLog;
import techflow.api.application.ScoreObserver;
import techflow.api.application.Shadow;
import techflow.api.application.SnapshotReader;
import techflow.api.metrics.PoolMeters;
import techflow.api.metrics.ScoreMeters;
import techflow.api.serving.ArtifactLoader;
import techflow.api.serving.ModelLoader;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.scoring.settings.TechnologySettings;

/** Use cases, their scheduler and their meters. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    FeatureCatalog featureCatalog() {
        return StandardCatalog.catalog();
    }

    /** Threads that only compute, and a queue that ends: what does not fit is refused, not hoarded. */
    @Bean(destroyMethod = "shutdown")
    ThreadPoolExecutor scoringExecutor(ScoringProperties properties) {
        int threads = properties.threads() == 0 ? Runtime.getRuntime().availableProcessors() : properties.threads();
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(properties.queue()), work -> {
                    Thread thread = new Thread(work, "scoring-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Bean
    Scheduler scoringScheduler(ThreadPoolExecutor scoringExecutor) {
        return Schedulers.fromExecutor(scoringExecutor);
    }

    @Bean
    ScoreMeters scoreMeters(MeterRegistry registry) {
        return new ScoreMeters(registry);
    }

    @Bean
    PoolMeters poolMeters(ConnectionPool pool, ThreadPoolExecutor scoringExecutor) {
        return new PoolMeters(pool, scoringExecutor.getQueue());
    }

    @Bean
    ModelLoader modelLoader(FeatureCatalog catalog) {
        return new ArtifactLoader(catalog, TechnologySettings.shipped());
    }

    @Bean
    ActiveModel activeModel(
            ModelSource source, ModelLoader loader, ScoreLog log, ScoreObserver observer, Scheduler scheduler) {
        return new ActiveModel(source, loader, log, observer, scheduler);
    }

    @Bean
    ScoreEnterprise.Ports scorePorts(
            SnapshotReader snapshots,
            EnterpriseDirectory directory,
            ScoreLog log,
            ScoreHistory history,
            ScoreObserver observer,
            ActivePeers peers,
            AuthorisationCheck authorisations,
            AuditLog audit,
            Shadow shadow) {
        return new ScoreEnterprise.Ports(
                snapshots, directory, log, history, observer, peers, authorisations, audit, shadow);
    }

    @Bean
    ActivePeers activePeers(PeerTableSource source, FeatureCatalog catalog) {
        return new ActivePeers(source, catalog);
    }

    @Bean
    ScoreEnterprise scoreEnterprise(
            ActiveModel activeModel,
            ScoreEnterprise.Ports ports,
            AnswerComposer composer,
            Scheduler scheduler,
            Clock clock) {
        return new ScoreEnterprise(activeModel, ports, composer, scheduler, clock);
    }

    @Bean
    AnswerComposer answerComposer(ScoringProperties properties, FreshnessProperties freshness) {
        return new AnswerComposer(properties.validityDays(), new SourceFreshness(freshness.allowedAge()));
    }

    @Bean
    FindScore findScore(ScoreLog log) {
        return new FindScore(log);
    }
}
