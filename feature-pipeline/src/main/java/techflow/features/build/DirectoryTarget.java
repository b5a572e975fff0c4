package techflow.features.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import techflow.features.definition.FeatureSchema;
import techflow.features.signal.EnterpriseId;
import techflow.features.store.vector.BuildManifest;
import techflow.features.store.vector.BuildManifest.Part;
import techflow.features.store.vector.VectorFormat;
import techflow.features.store.vector.VectorSink;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Parts as files {@code part-00001.parquet} under a {@link BuildManifest}. A part is written under a temporary name, named
 * in one step and then entered in the manifest; whatever the manifest does not name is removed when a run begins. One run
 * at a time holds the directory's lock.
 */
public final class DirectoryTarget implements BuildTarget {
    private static final String TEMPORARY = ".tmp";

    private final Path directory;
    private final VectorFormat format;
    private final boolean restart;
    private final FileChannel lock;
    private BuildManifest manifest;
    private FeatureSchema schema;

    /**
     * Takes hold of a directory, which is made when it is missing.
     *
     * @param restart true to throw away what a build left there
     * @throws PlatformFault STORE_UNAVAILABLE when another build holds it or it cannot be written
     */
    @SuppressWarnings("NullAway.Init") // begin comes first
    public DirectoryTarget(Path directory, VectorFormat format, boolean restart) {
        this.directory = directory;
        this.format = format;
        this.restart = restart;
        this.lock = lock(directory);
    }

    private static FileChannel lock(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                channel.close();
                throw busy(directory, e);
            }
            channel.close();
            throw busy(directory, null);
        } catch (IOException e) {
            throw unavailable(directory, e);
        }
    }

    @Override
    public Optional<Done> begin(FeatureSchema features, SortedMap<String, String> inputs) {
        schema = features;
        SortedMap<String, String> identity = new TreeMap<>(inputs);
        identity.put("format", format.name());
        Optional<BuildManifest> found = restart ? Optional.empty() : BuildManifest.read(directory);
        if (found.isEmpty()) {
            refuseForeignFiles();
        }
        found.ifPresent(before -> OtherInputs.refuse(before.inputs(), identity));
        manifest = found.orElseGet(() -> BuildManifest.begin(features, format, identity));
        manifest.parts().forEach(this::requireWhole);
        manifest.write(directory);
        removeLeftovers();
        return manifest.parts().isEmpty() && !manifest.complete() ? Optional.empty() : Optional.of(done());
    }

    private Done done() {
        Counts counts = manifest.parts().stream()
                .map(part -> new Counts(1, part.firms(), part.vectors(), part.missing()))
                .reduce(Counts.NOTHING, Counts::plus);
        EnterpriseId last = manifest.parts().isEmpty()
                ? EnterpriseId.placeholder("00000000") // a complete build of nobody: never read on from
                : new EnterpriseId(manifest.parts().getLast().lastFirm());
        return new Done(last, counts, manifest.complete());
    }

    /** A directory with other things in it is somebody's: a build writes only where nothing or a build stands. */
    private void refuseForeignFiles() {
        List<String> foreign = names().filter(name -> !isOurs(name)).sorted().toList();
        if (!foreign.isEmpty()) {
            throw refused("must be empty or hold a build", String.join(", ", foreign), "choose another --out");
        }
    }

    private static boolean isOurs(String name) {
        return name.startsWith(".lock") || name.startsWith("part-") || name.startsWith(BuildManifest.FILE);
    }

    private void requireWhole(Part part) {
        Path file = directory.resolve(part.file());
        try {
            long size = Files.exists(file) ? Files.size(file) : -1;
            if (size != part.bytes()) {
                throw refused(
                        "its part " + part.file() + " must have " + part.bytes() + " bytes",
                        size < 0 ? "no such file" : size + " bytes",
                        "build anew with --restart");
            }
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    private RecordFault refused(String rule, String found, String advice) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The output cannot be used",
                List.of(new Violation(String.valueOf(directory.getFileName()), rule, found, advice)));
    }

    private void removeLeftovers() {
        Set<String> whole = manifest.parts().stream().map(Part::file).collect(Collectors.toSet());
        names().filter(name -> name.startsWith("part-") && !whole.contains(name))
                .forEach(name -> {
                    try {
                        Files.delete(directory.resolve(name));
                    } catch (IOException e) {
                        throw unavailable(directory.resolve(name), e);
                    }
                });
    }

    private Stream<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
        } catch (IOException e) {
            throw unavailable(directory, e);
        }
    }

    private Path next() {
        return directory.resolve(
                String.format(Locale.ROOT, "part-%05d%s", manifest.parts().size() + 1, format.extension()));
    }

    private Path temporary() {
        // The ending stays last: readers tell compressed files by it.
        return directory.resolve("part-" + TEMPORARY + format.extension());
    }

    @Override
    public VectorSink part() {
        return format.create(temporary(), schema);
    }

    @Override
    public void commit(EnterpriseId first, EnterpriseId last, Counts counts) {
        Path file = next();
        BuildManifest.moveWhole(temporary(), file);
        List<Part> parts = new ArrayList<>(manifest.parts());
        parts.add(new Part(
                String.valueOf(file.getFileName()),
                first.code(),
                last.code(),
                counts.firms(),
                counts.vectors(),
                counts.missing(),
                size(file)));
        manifest = manifest.withParts(parts, false);
        manifest.write(directory);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    @Override
    public long finish() {
        if (!manifest.complete()) {
            manifest = manifest.withParts(manifest.parts(), true);
            manifest.write(directory);
        }
        return manifest.parts().stream().mapToLong(Part::bytes).sum();
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw unavailable(directory, e);
        }
    }

    private static PlatformFault busy(Path directory, @Nullable Exception cause) {
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE,
                "Another build is writing to " + directory.getFileName() + ": wait for it or choose another --out",
                cause);
    }

    private static PlatformFault unavailable(Path path, Exception cause) {
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE, path.getFileName() + " cannot be read or written", cause);
    }
}
