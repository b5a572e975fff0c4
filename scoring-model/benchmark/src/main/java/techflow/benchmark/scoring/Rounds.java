package techflow.benchmark.scoring;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * Contenders in turns: every round runs each of them for a slice of CPU time, in shuffled order, so that a noisy machine
 * hurts all alike. Tells the median and least CPU time per item, the median of each round's ratio to the first contender, and
 * the bytes allocated per item.
 */
final class Rounds {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long SLICE_NANOS = 12_000_000;
    private static final long WARM_UP_NANOS = 2_000_000_000L;
    private static final long SEED = 5;

    /**
     * Who runs.
     *
     * @param name row of the table
     * @param items rows scored by one call
     * @param work one call, given a running number; the result is only kept alive
     */
    record Contender(String name, int items, IntToDoubleFunction work) {
        Contender(String name, IntToDoubleFunction work) {
            this(name, 1, work);
        }
    }

    private final List<Contender> contenders;
    private final List<double[]> nanos = new ArrayList<>();
    private final List<double[]> bytes = new ArrayList<>();
    private int call;
    private double sink;

    private Rounds(List<Contender> contenders) {
        this.contenders = contenders;
    }

    static void run(String title, int rounds, List<Contender> contenders, PrintStream out) {
        Rounds run = new Rounds(contenders);
        int[] calls = contenders.stream().mapToInt(run::warmUp).toArray();
        contenders.forEach(contender -> {
            run.nanos.add(new double[rounds]);
            run.bytes.add(new double[rounds]);
        });
        Random random = new Random(SEED);
        List<Integer> order = new ArrayList<>(
                java.util.stream.IntStream.range(0, contenders.size()).boxed().toList());
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (int which : order) {
                run.measure(which, round, calls[which]);
            }
        }
        run.tell(title, out);
    }

    /** Runs until compiled; answers how many calls fill a slice. */
    private int warmUp(Contender contender) {
        long begin = System.nanoTime();
        int calls = 1;
        while (System.nanoTime() - begin < WARM_UP_NANOS) {
            long spent = cpu(contender, calls);
            calls = Math.clamp(spent == 0 ? calls * 2L : calls * SLICE_NANOS / spent, 1, calls * 2);
        }
        return calls;
    }

    private void measure(int which, int round, int calls) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long spent = cpu(contenders.get(which), calls);
        double items = (double) calls * contenders.get(which).items();
        nanos.get(which)[round] = spent / items;
        bytes.get(which)[round] = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / items;
    }

    private long cpu(Contender contender, int calls) {
        long begin = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < calls; i++) {
            sink += contender.work().applyAsDouble(call++ & Integer.MAX_VALUE);
        }
        return THREADS.getCurrentThreadCpuTime() - begin;
    }

    private void tell(String title, PrintStream out) {
        out.printf("%n### %s%n%n", title);
        out.println("| contender | CPU ns/row, median | least | × the first | rows/s and core | B/row |");
        out.println("|---|---:|---:|---:|---:|---:|");
        for (int i = 0; i < contenders.size(); i++) {
            double[] own = nanos.get(i);
            double[] ratios = new double[own.length];
            Arrays.setAll(ratios, round -> own[round] / nanos.getFirst()[round]);
            out.printf(
                    "| %s | %,.0f | %,.0f | %.2f | %,.0f | %,.0f |%n",
                    contenders.get(i).name(),
                    median(own),
                    Arrays.stream(own).min().orElseThrow(),
                    median(ratios),
                    1e9 / median(own),
                    median(bytes.get(i)));
        }
        if (Double.isNaN(sink)) {
            out.println("a contender gave no number");
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
