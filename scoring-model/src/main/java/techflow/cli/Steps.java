package techflow.cli;

import java.io.PrintStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import techflow.scoring.training.TrainingProgress;

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
    private final Map<String, Double> times = new LinkedHashMap<>();

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
        String label = label(name);
        long start = System.nanoTime();
        String result = terminal ? withBar(label, length, work) : work.run(done -> {});
        print(label, start, result);
    }

    private String label(String name) {
        return String.format(Locale.ROOT, "[%d/%d] %s", current, total, name);
    }

    private void print(String label, long start, String result) {
        double seconds = (System.nanoTime() - start) / 1e9;
        times.put(label.substring(label.indexOf(' ') + 1), seconds);
        out.printf(Locale.ROOT, "%-34s %6.1f s  %s%n", label, seconds, result);
    }

    /** Seconds of each step that is over, in their order. */
    Map<String, Double> times() {
        return Collections.unmodifiableMap(times);
    }

    /**
     * Runs a training: a bar of rounds with the loss and the time left as soon as the trainer tells its rounds, and at the
     * end the rounds it took.
     */
    <T> T train(String name, Function<TrainingProgress, T> work) throws Exception {
        AtomicReference<T> result = new AtomicReference<>();
        current++;
        String label = label(name);
        long start = System.nanoTime();
        Rounds rounds = new Rounds();
        if (terminal) {
            try (ProgressBar bar = bar(label, -1).setUnit(" rounds", 1).build()) {
                result.set(work.apply(rounds.on(bar)));
            }
        } else {
            result.set(work.apply(rounds));
        }
        print(label, start, rounds.toString());
        return Objects.requireNonNull(result.get());
    }

    /** Remembers the newest round. */
    private static final class Rounds implements TrainingProgress {
        private int done;
        private int total;
        private double loss = Double.NaN;

        @Override
        public void round(int done, int total, double loss) {
            this.done = done;
            this.total = total;
            this.loss = loss;
        }

        TrainingProgress on(ProgressBar bar) {
            return (done, total, loss) -> {
                round(done, total, loss);
                bar.maxHint(total).stepTo(done);
                bar.setExtraMessage(lossText());
            };
        }

        private String lossText() {
            return Double.isNaN(loss) ? "" : String.format(Locale.ROOT, "log loss %.5f", loss);
        }

        @Override
        public String toString() {
            return total == 0 ? "" : String.format(Locale.ROOT, "%d of %d rounds  %s", done, total, lossText());
        }
    }

    private String withBar(String label, long length, Work work) throws Exception {
        try (ProgressBar bar = bar(label, length).build()) {
            return work.run(bar::stepTo);
        }
    }

    private static ProgressBarBuilder bar(String label, long length) {
        return new ProgressBarBuilder()
                .setTaskName(label)
                .setInitialMax(length)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .showSpeed()
                .clearDisplayOnFinish();
    }
}
