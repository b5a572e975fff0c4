package techflow.benchmark.api;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import techflow.testing.TestDatabase;

/** Servers under the load of wrk, in turns, each warmed first: requests, latencies, and CPU of every process. */
final class LoadBenchmark {
    /** A slice of warming up; others follow as long as the rate rises or too few requests have been answered to compile. */
    private static final int WARM_UP_SECONDS = 15;

    private static final int MOST_WARM_UPS = 40;
    private static final long REQUESTS_TO_COMPILE = 60_000;
    private static final double STILL_RISING = 1.05;
    private static final int ROUND_SECONDS = 5;

    /** A server in a process of its own. */
    record Server(String name, Process process, String url, Path script) {}

    private record Figures(Wrk.Load load, double own, double database, double generator) {}

    private final long postmaster;
    private final List<Server> servers;
    private final List<List<Figures>> figures = new ArrayList<>();

    private LoadBenchmark(long postmaster, List<Server> servers) {
        this.postmaster = postmaster;
        this.servers = servers;
        servers.forEach(server -> figures.add(new ArrayList<>()));
    }

    static void run(TestDatabase database, List<Server> servers, int rounds, PrintStream out)
            throws IOException, InterruptedException {
        LoadBenchmark benchmark = new LoadBenchmark(Databases.postmaster(database), servers);
        for (Server server : servers) {
            warmUp(server);
        }
        for (int round = 0; round < rounds; round++) {
            for (int which = 0; which < servers.size(); which++) {
                benchmark.figures.get(which).add(benchmark.measure(servers.get(which)));
            }
        }
        benchmark.tell(out);
    }

    private static void warmUp(Server server) throws IOException, InterruptedException {
        double before = 0;
        long answered = 0;
        for (int slice = 0; slice < MOST_WARM_UPS; slice++) {
            Wrk.Load load = Wrk.run(server.url(), server.script(), WARM_UP_SECONDS);
            double rate = load.perSecond();
            answered += load.requests();
            System.err.printf("warming %s: %,.0f a second%n", server.name(), rate);
            if (answered > REQUESTS_TO_COMPILE && rate < STILL_RISING * before) {
                return;
            }
            before = rate;
        }
    }

    private Figures measure(Server server) throws IOException, InterruptedException {
        long own = Proc.cpuMicros(server.process().pid());
        long database = Proc.cpuMicrosOfChildren(postmaster);
        long generator = Proc.cpuMicrosOfEndedChildren();
        Wrk.Load load = Wrk.run(server.url(), server.script(), ROUND_SECONDS);
        double requests = load.requests();
        return new Figures(
                load,
                (Proc.cpuMicros(server.process().pid()) - own) / requests,
                (Proc.cpuMicrosOfChildren(postmaster) - database) / requests,
                (Proc.cpuMicrosOfEndedChildren() - generator) / requests);
    }

    private void tell(PrintStream out) {
        out.println();
        out.println("| server | req/s | × the first | p50 ms | p99 ms | server CPU µs/req | PostgreSQL | wrk | MiB"
                + " | not 2xx |");
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (int which = 0; which < servers.size(); which++) {
            List<Figures> own = figures.get(which);
            List<Figures> first = figures.getFirst();
            double[] ratios = new double[own.size()];
            Arrays.setAll(
                    ratios,
                    round -> own.get(round).load().perSecond()
                            / first.get(round).load().perSecond());
            out.printf(
                    "| %s | %,.0f | %.2f | %.1f | %.1f | %.0f | %.0f | %.0f | %d | %d |%n",
                    servers.get(which).name(),
                    median(own, one -> one.load().perSecond()),
                    median(ratios),
                    median(own, one -> one.load().p50Millis()),
                    median(own, one -> one.load().p99Millis()),
                    median(own, Figures::own),
                    median(own, Figures::database),
                    median(own, Figures::generator),
                    Proc.residentMib(servers.get(which).process().pid()),
                    own.stream().mapToLong(one -> one.load().failed()).sum());
        }
    }

    /** Starts a Java program. @param what a main class of this program's own class path, or a jar */
    static Process start(List<String> jvm, String what, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(jvm);
        command.addAll(
                what.endsWith(".jar")
                        ? List.of("-jar", what)
                        : List.of("-cp", System.getProperty("java.class.path"), what));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    /** Ends the servers. */
    static void stop(List<Server> servers) throws InterruptedException {
        for (Server server : servers) {
            server.process().destroy();
            server.process().waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> of) {
        return median(rounds.stream().mapToDouble(of).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
