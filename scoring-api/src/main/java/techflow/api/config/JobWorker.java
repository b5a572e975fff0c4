package techflow.api.config;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.api.application.JobRunner;

/** Looks at the queue of jobs now and then. A service that stops gives its job back, so that another one goes on at once. */
final class JobWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private final JobRunner runner;
    private final Duration poll;
    private final Disposable.Swap work = Disposables.swap();

    JobWorker(JobRunner runner, Duration poll) {
        this.runner = runner;
        this.poll = poll;
    }

    @Override
    public void start() {
        work.update(Flux.interval(poll, poll)
                .onBackpressureDrop()
                .concatMap(tick -> runner.runAll().onErrorResume(JobWorker::told), 1)
                .subscribe());
    }

    @Override
    public void stop() {
        work.update(Disposables.disposed());
    }

    @Override
    public void stop(Runnable done) {
        stop();
        runner.release().onErrorComplete().doFinally(end -> done.run()).subscribe();
    }

    @Override
    public boolean isRunning() {
        return work.get() instanceof Disposable running && !running.isDisposed();
    }

    private static Mono<Void> told(Throwable fault) {
        return Mono.fromRunnable(() -> LOG.error("the queue of jobs could not be worked on", fault));
    }
}
