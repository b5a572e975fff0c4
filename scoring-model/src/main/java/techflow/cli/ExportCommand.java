package techflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.features.signal.Signal;
import techflow.features.store.SignalStore;
import techflow.features.store.SignalWriter;
import techflow.features.store.file.SignalDirectory;
import techflow.features.store.file.SignalDirectory.Format;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** {@code techflow export}: the signals of a database or a folder become a folder of sorted files. */
@Command(
        name = "export",
        description = "Writes all signals to a folder of sorted files, Parquet or CSV",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    /** Rows of a firm in one order, whatever store they come from: equal signals give equal files. */
    private static final Comparator<Signal> ORDER = Comparator.comparing(Signal::occurredAt)
            .thenComparing(Signal::naturalKey)
            .thenComparing(Signal::knownAt);

    @Mixin
    private SourceOption source = new SourceOption();

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "folder to write; must not exist yet")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path folder;

    @Option(
            names = "--format",
            defaultValue = "parquet",
            paramLabel = "FORMAT",
            description = "parquet or csv (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Format format;

    @Option(names = "--gzip", description = "compress CSV files; Parquet is compressed anyway")
    private boolean gzip;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    /** What was written. */
    private record Written(long firms, long signals) {}

    @Override
    public Integer call() throws Exception {
        requireNew();
        Steps steps = new Steps(System.err, 1, Steps.onTerminal());
        Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
        long start = System.nanoTime();
        try (SourceOption.Opened from = source.open(Workspace.fromLauncher())) {
            delete(partial);
            Written written = steps.call(
                    "Exporting signals", from.firms().orElse(-1), progress -> write(from.store(), partial, progress));
            Files.move(partial, folder);
            print(from.name(), written, (System.nanoTime() - start) / 1e9);
        }
        return ExitCode.DONE;
    }

    private void requireNew() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new RecordFault(
                        ProblemCode.REQUEST_INVALID,
                        "The export cannot be written",
                        List.of(new Violation(
                                "--to",
                                "must not exist or be empty",
                                String.valueOf(folder),
                                "name another folder or remove this one")));
            }
        }
        Files.delete(folder);
    }

    /** Under another name first, so that a half-written export never looks whole. */
    private Written write(SignalStore store, Path partial, LongConsumer progress) {
        long[] counts = new long[2];
        try (SignalWriter writer = SignalDirectory.writer(partial, format, gzip);
                Stream<SignalStore.History> histories = store.histories()) {
            histories.forEach(history -> {
                history.signals().stream().sorted(ORDER).forEach(writer::write);
                counts[0]++;
                counts[1] += history.signals().size();
                progress.accept(counts[0]);
            });
        }
        return new Written(counts[0], counts[1]);
    }

    private void print(String from, Written written, double seconds) throws IOException {
        long bytes;
        try (Stream<Path> files = Files.walk(folder)) {
            bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d firms, %,d signals from %s%nin %s: %s, %s, %.1f s, %,.0f signals/s%n",
                written.firms(),
                written.signals(),
                from,
                folder,
                format.name().toLowerCase(Locale.ROOT) + (gzip && format == Format.CSV ? " (gzip)" : ""),
                Amount.ofBytes(bytes),
                seconds,
                written.signals() / seconds);
        out.flush();
    }

    private static void delete(Path partial) throws IOException {
        if (!Files.exists(partial)) {
            return;
        }
        Files.walkFileTree(partial, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
