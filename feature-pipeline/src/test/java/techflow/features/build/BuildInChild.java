package techflow.features.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.postgresql.ds.PGSimpleDataSource;
import techflow.features.catalog.StandardCatalog;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.snapshot.AsOf;
import techflow.features.store.Spine;
import techflow.features.store.parquet.ParquetSignalStore;
import techflow.features.store.vector.VectorFormat;

/** A build in a process of its own, which says when it is in the middle of a part and then stays there to be killed. */
final class BuildInChild {
    static final String IN_THE_MIDDLE = "in the middle";
    static final int STOP_AT = 13;
    static final int FIRMS_PER_PART = 5;
    static final Spine SPINE = Spine.everyFirm(List.of(AsOf.startOf(LocalDate.of(2026, 7, 1))));

    private BuildInChild() {}

    /** Arguments: the signals, then either a folder or a JDBC address to build into. */
    public static void main(String[] args) {
        int[] vectors = {0};
        FeatureBuild build = new FeatureBuild(
                (store, catalog, spine, sink) -> new LocalFeatureEngine(2).compute(store, catalog, spine, vector -> {
                    sink.accept(vector);
                    if (++vectors[0] == STOP_AT) {
                        waitForTheEnd();
                    }
                }),
                StandardCatalog.catalog(),
                FIRMS_PER_PART);
        try (BuildTarget target = target(args[1])) {
            build.run(new ParquetSignalStore(Path.of(args[0])), SPINE, inputs(), target, firms -> {});
        }
    }

    static SortedMap<String, String> inputs() {
        return new TreeMap<>(java.util.Map.of("as-of", "2026-07-01"));
    }

    private static BuildTarget target(String where) {
        if (where.startsWith("jdbc:")) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(where);
            return new TableTarget(database, false);
        }
        return new DirectoryTarget(Path.of(where), VectorFormat.PARQUET, false);
    }

    private static void waitForTheEnd() {
        System.out.println(IN_THE_MIDDLE);
        System.out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
