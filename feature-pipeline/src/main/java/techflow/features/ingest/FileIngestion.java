package techflow.features.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import techflow.features.ingest.FileReport.Result;
import techflow.features.store.postgres.ChunkOutcome;
import techflow.features.store.postgres.LoadCounts;
import techflow.features.store.postgres.LoadEntry;
import techflow.features.store.postgres.LoadStatus;
import techflow.features.store.postgres.SignalLoad;
import techflow.features.store.postgres.SignalLoad.Unknowns;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** One file on its way into the database. */
final class FileIngestion {
    private static final int FIRST_REJECTS = 5;
    private static final int WARNINGS_LISTED = 1_000;

    private final InputFile input;
    private final SignalLoad load;
    private final IngestOptions options;

    /** Rows that an interrupted load has accounted for. */
    private final long skip;

    private final List<Reject> first = new ArrayList<>();
    private long position;
    private LoadCounts counts;

    /** What a strict load must not have: from the first one on nothing more is stored, the rest is only looked at. */
    private boolean refused;

    FileIngestion(InputFile input, SignalLoad load, IngestOptions options) {
        this.input = input;
        this.load = load;
        this.options = options;
        this.counts = load.entry().counts();
        this.skip = counts.read();
    }

    FileReport run(LongConsumer progress) {
        try (RejectsFile rejects = rejectsFile();
                SignalSource.Texts texts = input.source().texts()) {
            try {
                readAll(rejects, texts, progress);
                return ended(rejects);
            } catch (RecordFault malformed) {
                load.fail(reason(malformed), seen(), rejects.length());
                throw malformed;
            }
        }
    }

    /** A dry run writes nothing unless it was told where. */
    private RejectsFile rejectsFile() {
        return options.dryRun() && options.rejectsFolder().isEmpty()
                ? RejectsFile.nowhere()
                : RejectsFile.goOn(
                        RejectsFile.of(input.path(), options.rejectsFolder()),
                        load.entry().rejects().bytes());
    }

    private void readAll(RejectsFile rejects, SignalSource.Texts texts, LongConsumer progress) {
        try (ChunkReader reader = new ChunkReader(input.source(), options.chunkRows(), skip, load::prepare)) {
            for (Optional<RowChunk> chunk = reader.next(); chunk.isPresent(); chunk = reader.next()) {
                position += chunk.get().read();
                if (position <= skip) {
                    load.refer(chunk.get().rows().chunk());
                } else {
                    take(chunk.get(), rejects, texts);
                }
                progress.accept(position);
            }
        }
    }

    private void take(RowChunk chunk, RejectsFile rejects, SignalSource.Texts texts) {
        refused |= options.strict() && chunk.rejected() > 0;
        if (refused) {
            write(chunk.rejects(), rejects, texts);
            long rejected = chunk.rejected();
            counts = counts.plus(new LoadCounts(rejected, 0, 0, 0, rejected));
            return;
        }
        ChunkOutcome outcome = load.add(chunk.rows(), stored -> write(byLine(chunk, stored), rejects, texts));
        counts = counts.plus(outcome.counts());
        refused |= options.strict() && !outcome.conflicts().isEmpty();
    }

    private long write(List<Reject> found, RejectsFile rejects, SignalSource.Texts texts) {
        found.stream().limit(FIRST_REJECTS - first.size()).forEach(first::add);
        return rejects.append(found, texts);
    }

    private static List<Reject> byLine(RowChunk chunk, ChunkOutcome outcome) {
        List<Reject> all = new ArrayList<>(chunk.rejects());
        outcome.conflicts().forEach(conflict -> all.addAll(Telling.conflict(conflict)));
        all.sort(Comparator.comparingLong(Reject::line));
        return all;
    }

    private FileReport ended(RejectsFile rejects) {
        Unknowns unknowns = refused ? new Unknowns(0, List.of()) : load.unknowns(WARNINGS_LISTED);
        try (SignalSource.Texts fromTheStart = input.source().texts()) {
            write(unknowns.first().stream().map(Telling::unknown).toList(), rejects, fromTheStart);
        }
        refused |= options.strict() && unknowns.rows() > 0;
        LoadEntry entry = refused
                ? load.fail(strictReason(unknowns), seen(), rejects.length())
                : load.finish(unknowns.rows(), rejects.length());
        Result done = skip > 0 ? Result.RESUMED : Result.LOADED;
        return new FileReport(
                input.file().name(),
                input.file().kind(),
                entry.status() == LoadStatus.FAILED ? Result.REFUSED : done,
                refused ? seen() : counts,
                unknowns.rows(),
                entry,
                rejects.written(),
                first);
    }

    /** Of a refused file only the bad rows count: the others are neither stored nor wrong. */
    private LoadCounts seen() {
        return new LoadCounts(counts.conflicts() + counts.rejected(), 0, 0, counts.conflicts(), counts.rejected());
    }

    private String strictReason(Unknowns unknowns) {
        return String.format(
                Locale.ROOT,
                "strict: %,d rows rejected, %,d in conflict, %,d refer to something unknown; nothing of the file is"
                        + " stored",
                counts.rejected(),
                counts.conflicts(),
                unknowns.rows());
    }

    private static String reason(RecordFault malformed) {
        return malformed.violations().stream()
                .findFirst()
                .map(Violation::describe)
                .orElse(String.valueOf(malformed.getMessage()));
    }
}
