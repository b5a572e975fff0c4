package techflow.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells what a long command is doing: one line a step with its time, and a bar while it runs on a terminal. */
final class Steps {
    /** A step's work; it reports how far it is and answers with what to say at the end. */
    interface Work {
        String run(LongConsumer progress) throws Exception;
    }

    /** A step's work that gives a value. */
    interface Producer<T> {
        T run(LongConsumer progress) throws Exception;
    }

    private final PrintStream out;
    private int total;
    private final boolean terminal;
    private int current;

    Steps(PrintStream out, int total, boolean terminal) {
        this.out = out;
        this.total = total;
        this.terminal = terminal;
    }

    /** Whether bars make sense; only the launcher can tell, the JVM has a console even when its output is a file. */
    static boolean onTerminal() {
        return Boolean.getBoolean("techflow.terminal");
    }

    /** Runs a step whose length is not known. */
    void run(String name, Callable<String> work) throws Exception {
        run(name, -1, progress -> work.call());
    }

    /** Runs a step for its result, which it does not say. */
    <T> T call(String name, Callable<T> work) throws Exception {
        return call(name, -1, progress -> work.call());
    }

    /** Runs a step of {@code length} units for its result, which it does not say. */
    <T> T call(String name, long length, Producer<T> work) throws Exception {
        AtomicReference<T> result = new AtomicReference<>();
        run(name, length, progress -> {
            result.set(work.run(progress));
            return "";
        });
        return Objects.requireNonNull(result.get());
    }

    /** Corrects the number of steps when fewer turn out to be needed. */
    void expect(int steps) {
        total = steps;
    }

    /** Runs a step of {@code length} units. */
    void run(String name, long length, Work work) throws Exception {
        current++;
        String label = String.format(Locale.ROOT, "[%d/%d] %s", current, total, name);
        long start = System.nanoTime();
        String result = terminal ? withBar(label, length, work) : work.run(done -> {});
        out.printf(Locale.ROOT, "%-34s %6.1f s  %s%n", label, (System.nanoTime() - start) / 1e9, result);
    }

    private String withBar(String label, long length, Work work) throws Exception {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(label)
                .setInitialMax(length)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .showSpeed()
                .clearDisplayOnFinish()
                .build()) {
            return work.run(bar::stepTo);
        }
    }
}
