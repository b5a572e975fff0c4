package techflow.api.config;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** A thread of low priority that works as long as the service does. */
final class WorkerThread implements SmartLifecycle {
    private final String name;
    private final Runnable work;
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

    /** @param work ends when its thread is interrupted */
    WorkerThread(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name(name)
                .priority(Thread.MIN_PRIORITY)
                .unstarted(work);
        if (running.compareAndSet(null, thread)) {
            thread.start();
        }
    }

    @Override
    public void stop() {
        Thread thread = running.getAndSet(null);
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        Thread thread = running.get();
        return thread != null && thread.isAlive();
    }
}
