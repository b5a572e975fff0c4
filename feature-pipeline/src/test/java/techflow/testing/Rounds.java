package techflow.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Contenders measured in turns, wall time beside the processor time of this JVM and of the server; for benchmarks. */
public final class Rounds {
    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final com.sun.management.OperatingSystemMXBean jvm =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ServerCpu server;
    private final Map<String, List<Seconds>> measured = new LinkedHashMap<>();

    public Rounds(ServerCpu server) {
        this.server = server;
    }

    /** What is measured. */
    public interface Work {
        void run() throws IOException, SQLException;
    }

    private record Seconds(double wall, double client, double server) {}

    /** Runs a contender once. */
    public void time(String contender, Work work) throws IOException, SQLException {
        double serverStart = server.seconds();
        long clientStart = jvm.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / 1e9;
        double client = (jvm.getProcessCpuTime() - clientStart) / 1e9;
        measured.computeIfAbsent(contender, key -> new ArrayList<>())
                .add(new Seconds(wall, client, server.seconds() - serverStart));
    }

    /** Forgets the first rounds, in which code was still being compiled. */
    public void forgetWarmUp() {
        measured.clear();
    }

    /** Logs medians, and the median of the ratios to the first contender within a round. */
    public void log() {
        List<Seconds> peer = measured.values().iterator().next();
        measured.forEach((contender, all) -> {
            double[] wall = new double[all.size()];
            double[] cpu = new double[all.size()];
            for (int i = 0; i < all.size(); i++) {
                wall[i] = all.get(i).wall / peer.get(i).wall;
                cpu[i] = (all.get(i).client + all.get(i).server) / (peer.get(i).client + peer.get(i).server);
            }
            LOG.log(
                    System.Logger.Level.INFO,
                    String.format(
                            Locale.ROOT,
                            "%-36s wall %5.2f s, JVM %5.2f s, server %5.2f s; to the peer: wall %s, CPU %s",
                            contender,
                            median(all.stream().mapToDouble(Seconds::wall).toArray()),
                            median(all.stream().mapToDouble(Seconds::client).toArray()),
                            median(all.stream().mapToDouble(Seconds::server).toArray()),
                            spread(wall),
                            spread(cpu)));
        });
    }

    private static String spread(double[] ratios) {
        double[] sorted = Arrays.stream(ratios).sorted().toArray();
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(sorted), sorted[0], sorted[sorted.length - 1]);
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
