package techflow.features.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.RandomHistories;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureVector;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.store.parquet.ParquetSignalStore;
import techflow.features.store.parquet.ParquetSignalWriter;
import techflow.features.store.vector.BuildManifest;
import techflow.features.store.vector.VectorFormat;
import techflow.features.store.vector.VectorSet;
import techflow.features.store.vector.VectorTable;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

/** A real process, really killed in the middle of a part; the same build then loses and doubles nothing. */
class KilledBuildTest {
    private static final long SEED = 20261122;
    private static final int FIRMS = 22;

    @TempDir
    private Path work;

    private Path signals;

    @BeforeEach
    void writeSignals() {
        signals = work.resolve("signals");
        RandomHistories histories = new RandomHistories(SEED);
        try (ParquetSignalWriter writer = ParquetSignalWriter.into(signals)) {
            for (int i = 0; i < FIRMS; i++) {
                histories.history(SignalSamples.firm(i)).forEach(writer::write);
            }
        }
    }

    @Test
    void files_are_completed_by_the_same_build() throws IOException, InterruptedException {
        Path out = work.resolve("out");

        killInTheMiddle(out.toString());

        BuildManifest left = BuildManifest.read(out).orElseThrow();
        assertThat(left.complete()).isFalse();
        assertThat(left.parts()).hasSize(2);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).contains("part-.tmp.parquet");
        }
        BuildResult result = resume(new DirectoryTarget(out, VectorFormat.PARQUET, false));
        assertThat(result.resumed().firms()).isEqualTo(10);
        try (Stream<FeatureVector> vectors = VectorSet.open(out).vectors()) {
            assertThat(vectors).as("seed " + SEED).containsExactlyElementsOf(uninterrupted());
        }
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).doesNotContain("part-.tmp.parquet");
        }
    }

    @Test
    void the_table_is_completed_by_the_same_build() throws IOException, InterruptedException {
        TestDatabase database = TestDatabase.fresh();
        FeatureSchema schema = StandardCatalog.catalog().schema();

        killInTheMiddle(database.jdbcUrl());

        VectorTable table = new VectorTable(database.dataSource());
        assertThat(table.newestBuild(schema)).isEmpty();
        BuildResult result = resume(new TableTarget(database.dataSource(), false));
        assertThat(result.resumed().firms()).isEqualTo(10);
        List<FeatureVector> vectors = new ArrayList<>();
        table.read(table.newestBuild(schema).orElseThrow(), schema, vectors::add);
        assertThat(vectors).as("seed " + SEED).isEqualTo(uninterrupted());
    }

    /** Returns when the child is dead; it was alive and between two commits. */
    private void killInTheMiddle(String target) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BuildInChild.class.getName(),
                        signals.toString(),
                        target)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = child.inputReader()) {
            assertThat(said.readLine()).isEqualTo(BuildInChild.IN_THE_MIDDLE);
        } finally {
            child.destroyForcibly(); // SIGKILL: nothing of the child runs any more
        }
        assertThat(child.waitFor()).isNotZero();
    }

    private BuildResult resume(BuildTarget target) {
        try (target) {
            return new FeatureBuild(new LocalFeatureEngine(2), StandardCatalog.catalog(), BuildInChild.FIRMS_PER_PART)
                    .run(
                            new ParquetSignalStore(signals),
                            BuildInChild.SPINE,
                            BuildInChild.inputs(),
                            target,
                            firms -> {});
        }
    }

    private List<FeatureVector> uninterrupted() {
        List<FeatureVector> vectors = new ArrayList<>();
        new LocalFeatureEngine(1)
                .compute(new ParquetSignalStore(signals), StandardCatalog.catalog(), BuildInChild.SPINE, vectors::add);
        assertThat(vectors).hasSize(FIRMS);
        return vectors;
    }
}
