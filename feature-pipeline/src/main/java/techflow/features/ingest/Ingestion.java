package techflow.features.ingest;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import techflow.features.ingest.FileReport.Result;
import techflow.features.store.postgres.LoadEntry;
import techflow.features.store.postgres.LoadFile;
import techflow.features.store.postgres.LoadLedger;
import techflow.features.store.postgres.LoadTerms;
import techflow.features.store.postgres.PostgresSignalLoad;
import techflow.features.store.postgres.RehearsedLoad;
import techflow.features.store.postgres.SignalLoad;

/** Ingests files one by one: validates every row, stores the good ones, writes the others down. */
public final class Ingestion {
    private final Optional<DataSource> dataSource;
    private final IngestOptions options;

    private Ingestion(Optional<DataSource> dataSource, IngestOptions options) {
        this.dataSource = dataSource;
        this.options = options;
    }

    /** Into a database whose schema is that of this release. */
    public static Ingestion into(DataSource dataSource, IngestOptions options) {
        return new Ingestion(Optional.of(dataSource), options);
    }

    /** A dry run that cannot say what is stored already. */
    public static Ingestion withoutDatabase(IngestOptions options) {
        return new Ingestion(Optional.empty(), options.rehearsed(true));
    }

    /**
     * Ingests a file.
     *
     * @param progress is told the rows accounted for
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the database or the disk fails: what was stored stays,
     *     and the same call goes on after it
     */
    public FileReport ingest(InputFile input, LongConsumer progress) {
        Optional<LoadEntry> before = options.again() ? Optional.empty() : done(input.file());
        if (before.isPresent()) {
            LoadEntry load = before.get();
            return new FileReport(
                    input.file().name(),
                    input.file().kind(),
                    Result.ALREADY_LOADED,
                    load.counts(),
                    load.warnings(),
                    load,
                    Optional.empty(),
                    List.of());
        }
        try (SignalLoad load = begin(input)) {
            return new FileIngestion(input, load, options).run(progress);
        }
    }

    /** A strict load does not take a lenient one's word for it unless that was without fault. */
    private Optional<LoadEntry> done(LoadFile file) {
        return dataSource
                .flatMap(source -> new LoadLedger(source).done(file))
                .filter(load -> !options.strict() || load.strict() || isFaultless(load));
    }

    private static boolean isFaultless(LoadEntry load) {
        return load.counts().rejected() + load.counts().conflicts() + load.warnings() == 0;
    }

    private SignalLoad begin(InputFile input) {
        if (dataSource.isEmpty()) {
            return new ValidationOnly(input.file(), options);
        }
        String rejects = String.valueOf(
                RejectsFile.of(input.path(), options.rejectsFolder()).getFileName());
        LoadTerms terms = new LoadTerms(options.application(), options.strict(), options.again(), rejects);
        return options.dryRun()
                ? RehearsedLoad.begin(dataSource.get(), input.file(), terms)
                : PostgresSignalLoad.begin(dataSource.get(), input.file(), terms);
    }
}
