package techflow.features.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import techflow.features.RandomHistories;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureVector;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.store.Spine;
import techflow.features.store.parquet.ParquetSignalStore;
import techflow.features.store.parquet.ParquetSignalWriter;
import techflow.features.store.vector.BuildManifest;
import techflow.features.store.vector.VectorFormat;
import techflow.features.store.vector.VectorSet;
import techflow.features.store.vector.VectorTable;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

class FeatureBuildTest {
    private static final long SEED = 20261122;
    private static final int FIRMS = 23;
    private static final FeatureCatalog CATALOG = StandardCatalog.catalog();
    private static final Spine EVERY_FIRM =
            Spine.everyFirm(List.of(AsOf.startOf(LocalDate.of(2026, 7, 1)), AsOf.startOf(LocalDate.of(2025, 7, 1))));

    @TempDir
    private Path work;

    private Path signals;
    private Path out;

    @BeforeEach
    void writeSignals() {
        signals = work.resolve("signals");
        out = work.resolve("out");
        RandomHistories histories = new RandomHistories(SEED);
        try (ParquetSignalWriter writer = ParquetSignalWriter.into(signals)) {
            for (int i = 0; i < FIRMS; i++) {
                List<Signal> history = new ArrayList<>(histories.history(SignalSamples.firm(i)));
                history.forEach(writer::write);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VectorFormat.class)
    void what_is_read_back_equals_what_the_engine_computes(VectorFormat format) {
        BuildResult result = build(new DirectoryTarget(out, format, false), 5);

        List<FeatureVector> built = vectors(out);
        assertThat(built).as("seed " + SEED).isEqualTo(expected());
        assertThat(result.total().firms()).isEqualTo(firms());
        assertThat(result.total().vectors()).isEqualTo(2L * firms());
        assertThat(result.total().parts()).isEqualTo((firms() + 4) / 5);
        assertThat(result.missingShare())
                .isEqualTo(
                        1
                                - built.stream()
                                        .mapToDouble(FeatureVector::completeness)
                                        .average()
                                        .orElseThrow(),
                        org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void the_table_gives_back_equal_vectors() {
        TestDatabase database = TestDatabase.fresh();
        try (TableTarget target = new TableTarget(database.dataSource(), false)) {
            builder(5).run(new ParquetSignalStore(signals), EVERY_FIRM, inputs(), target, firms -> {});
        }

        assertThat(tableVectors(database)).isEqualTo(expected());
    }

    @Test
    void an_interrupted_build_goes_on_after_its_last_whole_part() {
        interrupt(new DirectoryTarget(out, VectorFormat.PARQUET, false), 12);
        assertThat(catchThrowableOfType(RecordFault.class, () -> VectorSet.open(out))
                        .violations())
                .isNotEmpty();

        BuildResult result = build(new DirectoryTarget(out, VectorFormat.PARQUET, false), 5);

        assertThat(result.resumed().firms()).isEqualTo(10);
        assertThat(result.total().firms()).isEqualTo(firms());
        assertThat(vectors(out)).isEqualTo(expected());
    }

    @Test
    void an_interrupted_table_goes_on_and_keeps_nothing_of_a_half_part() {
        TestDatabase database = TestDatabase.fresh();
        interrupt(new TableTarget(database.dataSource(), false), 12);
        assertThat(new VectorTable(database.dataSource()).newestBuild(CATALOG.schema()))
                .isEmpty();

        try (TableTarget target = new TableTarget(database.dataSource(), false)) {
            BuildResult result =
                    builder(5).run(new ParquetSignalStore(signals), EVERY_FIRM, inputs(), target, firms -> {});
            assertThat(result.resumed().firms()).isEqualTo(10);
        }

        assertThat(tableVectors(database)).isEqualTo(expected());
    }

    @Test
    void a_listed_spine_goes_on_too_and_firms_without_signals_get_vectors_of_missing_values() {
        List<Spine.Point> points = new ArrayList<>();
        for (int i = 0; i < FIRMS + 5; i++) {
            points.add(new Spine.Point(SignalSamples.firm(i), AsOf.startOf(LocalDate.of(2026, 7, 1))));
        }
        Spine spine = Spine.of(points);
        interrupt(new DirectoryTarget(out, VectorFormat.CSV, false), 12, spine);

        try (DirectoryTarget target = new DirectoryTarget(out, VectorFormat.CSV, false)) {
            builder(5).run(new ParquetSignalStore(signals), spine, inputs(), target, firms -> {});
        }

        assertThat(vectors(out)).hasSize(FIRMS + 5).isEqualTo(computed(spine));
    }

    @Test
    void a_complete_build_is_not_done_again() throws IOException {
        build(new DirectoryTarget(out, VectorFormat.PARQUET, false), 5);
        String manifest = Files.readString(out.resolve(BuildManifest.FILE));

        BuildResult again = build(new DirectoryTarget(out, VectorFormat.PARQUET, false), 5);

        assertThat(again.resumed()).isEqualTo(again.total());
        assertThat(Files.readString(out.resolve(BuildManifest.FILE))).isEqualTo(manifest);
    }

    @Test
    void other_inputs_are_refused_by_name_until_told_to_restart() {
        interrupt(new DirectoryTarget(out, VectorFormat.PARQUET, false), 12);
        SortedMap<String, String> other = inputs();
        other.put("as-of", "2027-01-01");
        other.put("input patent.parquet", "another file");

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> {
            try (DirectoryTarget target = new DirectoryTarget(out, VectorFormat.PARQUET, false)) {
                builder(5).run(new ParquetSignalStore(signals), EVERY_FIRM, other, target, firms -> {});
            }
        });

        assertThat(fault.code()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(fault.violations().stream().map(v -> v.field())).containsExactly("as-of", "input patent.parquet");
        try (DirectoryTarget target = new DirectoryTarget(out, VectorFormat.PARQUET, true)) {
            BuildResult result =
                    builder(5).run(new ParquetSignalStore(signals), EVERY_FIRM, other, target, firms -> {});
            assertThat(result.resumed()).isEqualTo(Counts.NOTHING);
        }
        assertThat(vectors(out)).isEqualTo(expected());
    }

    @Test
    void a_table_refuses_to_go_on_from_other_inputs_and_keeps_finished_builds() {
        TestDatabase database = TestDatabase.fresh();
        try (TableTarget target = new TableTarget(database.dataSource(), false)) {
            builder(5).run(new ParquetSignalStore(signals), EVERY_FIRM, inputs(), target, firms -> {});
        }
        SortedMap<String, String> other = inputs();
        other.put("as-of", "2027-01-01");
        FeatureBuildTest.interruptWith(
                builderFailingAt(12),
                new ParquetSignalStore(signals),
                other,
                new TableTarget(database.dataSource(), false));

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> {
            try (TableTarget target = new TableTarget(database.dataSource(), false)) {
                builder(5).run(new ParquetSignalStore(signals), EVERY_FIRM, inputs(), target, firms -> {});
            }
        });

        assertThat(fault.violations().stream().map(v -> v.field())).containsExactly("as-of");
        assertThat(tableVectors(database)).isEqualTo(expected());
    }

    @Test
    void a_part_that_was_changed_is_refused() throws IOException {
        interrupt(new DirectoryTarget(out, VectorFormat.CSV, false), 12);
        Files.writeString(out.resolve("part-00001.csv"), "");

        RecordFault fault = catchThrowableOfType(
                RecordFault.class, () -> build(new DirectoryTarget(out, VectorFormat.CSV, false), 5));

        assertThat(fault.violations().getFirst().describe()).contains("part-00001.csv", "0 bytes", "--restart");
    }

    @Test
    void a_directory_with_other_things_in_it_is_left_alone() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.doc"), "precious");

        RecordFault fault = catchThrowableOfType(
                RecordFault.class, () -> build(new DirectoryTarget(out, VectorFormat.CSV, true), 5));

        assertThat(fault.violations().getFirst().found()).isEqualTo("thesis.doc");
        assertThat(out.resolve("thesis.doc")).exists();
    }

    @Test
    void two_builds_never_share_an_output() {
        TestDatabase database = TestDatabase.fresh();
        try (DirectoryTarget first = new DirectoryTarget(out, VectorFormat.CSV, false);
                TableTarget table = new TableTarget(database.dataSource(), false)) {
            assertThat(catchThrowableOfType(
                            PlatformFault.class, () -> new DirectoryTarget(out, VectorFormat.CSV, false)))
                    .hasMessageContaining("Another build");
            assertThat(catchThrowableOfType(PlatformFault.class, () -> new TableTarget(database.dataSource(), false)))
                    .hasMessageContaining("Another build");
        }
    }

    @Test
    void files_are_told_apart_by_name_size_and_time() throws IOException {
        SortedMap<String, String> before = InputIdentity.ofDirectory(signals);
        Path patents = signals.resolve("patent.parquet");
        Files.setLastModifiedTime(patents, java.nio.file.attribute.FileTime.fromMillis(1_000));

        SortedMap<String, String> after = InputIdentity.ofDirectory(signals);

        assertThat(before).containsKey("input patent.parquet");
        assertThat(before.entrySet().stream().filter(entry -> !after.entrySet().contains(entry)))
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("input patent.parquet");
    }

    private static FeatureBuild builder(int firmsPerPart) {
        return new FeatureBuild(new LocalFeatureEngine(2), CATALOG, firmsPerPart);
    }

    /** An engine that stops in the middle of a firm, as a crash would. */
    private static FeatureBuild builderFailingAt(int firms) {
        LocalFeatureEngine engine = new LocalFeatureEngine(2);
        return new FeatureBuild(
                (store, catalog, spine, sink) -> {
                    EnterpriseId[] last = {SignalSamples.firm(0)};
                    int[] seen = {0};
                    engine.compute(store, catalog, spine, vector -> {
                        sink.accept(vector);
                        seen[0] += vector.enterprise().equals(last[0]) ? 0 : 1;
                        last[0] = vector.enterprise();
                        if (seen[0] >= firms) {
                            throw new CancellationException("as if the machine had stopped");
                        }
                    });
                },
                CATALOG,
                5);
    }

    private BuildResult build(BuildTarget target, int firmsPerPart) {
        try (target) {
            return builder(firmsPerPart)
                    .run(new ParquetSignalStore(signals), EVERY_FIRM, inputs(), target, firms -> {});
        }
    }

    private void interrupt(BuildTarget target, int firms) {
        interrupt(target, firms, EVERY_FIRM);
    }

    private void interrupt(BuildTarget target, int firms, Spine spine) {
        assertThat(catchThrowableOfType(CancellationException.class, () -> {
                    try (target) {
                        builderFailingAt(firms)
                                .run(new ParquetSignalStore(signals), spine, inputs(), target, done -> {});
                    }
                }))
                .isNotNull();
    }

    private static void interruptWith(
            FeatureBuild build, ParquetSignalStore store, SortedMap<String, String> inputs, BuildTarget target) {
        assertThat(catchThrowableOfType(CancellationException.class, () -> {
                    try (target) {
                        build.run(store, EVERY_FIRM, inputs, target, done -> {});
                    }
                }))
                .isNotNull();
    }

    private static SortedMap<String, String> inputs() {
        SortedMap<String, String> inputs = new TreeMap<>();
        inputs.put("as-of", "2025-07-01, 2026-07-01");
        return inputs;
    }

    private long firms() {
        try (Stream<?> histories = new ParquetSignalStore(signals).histories()) {
            return histories.count();
        }
    }

    private List<FeatureVector> expected() {
        return computed(EVERY_FIRM);
    }

    private List<FeatureVector> computed(Spine spine) {
        List<FeatureVector> vectors = new ArrayList<>();
        new LocalFeatureEngine(1).compute(new ParquetSignalStore(signals), CATALOG, spine, vectors::add);
        assertThat(vectors)
                .isSortedAccordingTo(
                        Comparator.comparing(FeatureVector::enterprise).thenComparing(FeatureVector::asOf));
        return vectors;
    }

    private static List<FeatureVector> vectors(Path out) {
        try (Stream<FeatureVector> vectors = VectorSet.open(out).vectors()) {
            return vectors.toList();
        }
    }

    private static List<FeatureVector> tableVectors(TestDatabase database) {
        VectorTable table = new VectorTable(database.dataSource());
        List<FeatureVector> vectors = new ArrayList<>();
        long build = table.newestBuild(CATALOG.schema()).orElseThrow();
        table.read(build, CATALOG.schema(), vectors::add);
        return vectors;
    }
}
