package techflow.features.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import techflow.features.PeerWorld;
import techflow.features.RandomHistories;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.Spine;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.testing.MemorySignalStore;

class PeerTableTest {
    private static final AsOf DATE = PeerWorld.DATES.get(3);
    private static final FeatureName SALES = new FeatureName("tax_sales_12m");

    private final PeerStaging staging = new PeerStaging(StandardCatalog.catalog());
    private final PeerWorld world = PeerWorld.world();
    private final PeerTable table = world.tables().at(DATE).orElseThrow();

    @Test
    void the_table_from_the_full_history_equals_the_one_from_the_history_cut_at_its_instant() {
        Map<EnterpriseId, List<Signal>> past = new TreeMap<>();
        world.histories().forEach((firm, signals) -> past.put(firm, known(signals)));
        assertThat(size(past)).isLessThan(size(world.histories()));
        assertThat(PeerWorld.table(past, DATE).text()).isEqualTo(table.text());
    }

    @Test
    void a_future_firm_and_future_signals_change_nothing() {
        RandomHistories random = new RandomHistories(12);
        Map<EnterpriseId, List<Signal>> more = new TreeMap<>(world.histories());
        world.histories().forEach((firm, signals) -> {
            List<Signal> longer = new ArrayList<>(signals);
            longer.addAll(PeerWorld.grouped(random.history(firm, DATE.instant())));
            more.put(firm, longer);
        });
        for (int i = 0; i < 50; i++) {
            EnterpriseId later = random.enterprise();
            more.put(later, PeerWorld.grouped(random.history(later, DATE.instant())));
        }
        assertThat(PeerWorld.table(more, DATE).id()).as("seed 12").isEqualTo(table.id());
        assertThat(PeerWorld.table(more, new AsOf(DATE.instant().plusMillis(1))).distributions())
                .as("what was known just before does count, seed 12")
                .isNotEqualTo(PeerWorld.table(
                                world.histories(), new AsOf(DATE.instant().plusMillis(1)))
                        .distributions());
    }

    @Test
    void the_order_of_firms_and_the_number_of_threads_change_nothing() {
        List<FeatureVector> vectors = new ArrayList<>(staged(4));
        assertThat(vectors).hasSize(world.histories().size());
        Collections.shuffle(vectors, new Random(3));
        PeerTable.Builder shuffled = staging.table(DATE, PeerWorld.SMALLEST_GROUP);
        vectors.forEach(shuffled::add);
        assertThat(shuffled.build().text()).as("seed 3").isEqualTo(table.text());
    }

    @Test
    void the_text_reads_back_to_the_last_bit_and_its_hash_is_the_id() {
        PeerTable read = PeerTable.read(table.text());
        assertThat(read.id()).isEqualTo(table.id()).hasSize(64);
        assertThat(read.asOf()).isEqualTo(DATE);
        assertThat(read.featureSet()).isEqualTo(StandardCatalog.VERSION);
        assertThat(read.firms()).isEqualTo(table.firms()).isBetween(50, 100);
        assertThat(read.groups()).isEqualTo(table.groups());
        PeerGroup group = PeerGroup.of("C39", Optional.of(LifeStage.GROWTH), "44");
        for (double value = 1; value < 1e9; value *= 1.7) {
            assertThat(read.standing(group, SALES, value)).isEqualTo(table.standing(group, SALES, value));
        }
    }

    @Test
    void a_text_that_is_not_a_table_is_refused() {
        String text = table.text();
        for (String wrong : List.of(
                "",
                "techflow peer table 2\n",
                text.substring(0, text.length() / 2),
                text.replaceFirst(":1:", ":x:"),
                text.replaceFirst("0:1:", "00:1:"),
                text.replaceFirst("group ", "grope "),
                text + "\n",
                text.replaceFirst("asOf .*", "asOf yesterday"))) {
            assertThatExceptionOfType(ModelFault.class)
                    .as(wrong.substring(0, Math.min(80, wrong.length())))
                    .isThrownBy(() -> PeerTable.read(wrong))
                    .satisfies(fault -> assertThat(fault.code()).isEqualTo(ProblemCode.ARTIFACT_CORRUPT));
        }
    }

    @Test
    void where_a_group_is_too_small_the_next_wider_one_counts_and_is_named() {
        Map<PeerGroup.Level, Integer> levels = new TreeMap<>();
        Map<EnterpriseId, List<Signal>> histories = world.histories();
        histories.forEach((firm, signals) -> {
            Snapshot snapshot = Snapshot.cut(firm, DATE, signals);
            FeatureVector vector = StandardCatalog.catalog().compute(snapshot);
            world.tables().standing(snapshot, vector, SALES).ifPresent(standing -> {
                levels.merge(standing.group().level(), 1, Integer::sum);
                assertThat(standing.firms()).isGreaterThanOrEqualTo(PeerWorld.SMALLEST_GROUP);
                assertThat(standing.percentile()).isStrictlyBetween(0.0, 1.0);
            });
        });
        assertThat(levels)
                .containsOnlyKeys(
                        PeerGroup.Level.INDUSTRY_STAGE_REGION,
                        PeerGroup.Level.INDUSTRY_STAGE,
                        PeerGroup.Level.INDUSTRY);
        assertThat(table.standing(PeerGroup.of("N77", Optional.of(LifeStage.GROWTH), "44"), SALES, 1e6))
                .hasValueSatisfying(standing -> assertThat(standing.group()).isEqualTo(PeerGroup.ALL));
    }

    @Test
    void a_population_of_too_few_firms_tells_nothing() {
        Map<EnterpriseId, List<Signal>> few = new TreeMap<>();
        world.histories().entrySet().stream()
                .limit(PeerWorld.SMALLEST_GROUP - 1)
                .forEach(one -> few.put(one.getKey(), one.getValue()));
        PeerTable small = PeerWorld.table(few, DATE);
        assertThat(small.groups()).isZero();
        assertThat(small.standing(PeerGroup.ALL, SALES, 1)).isEmpty();
        assertThat(PeerTable.read(small.text())).isEqualTo(small);
    }

    @Test
    void a_firm_of_another_instant_or_catalogue_is_refused() {
        EnterpriseId firm = world.histories().keySet().iterator().next();
        PeerTable.Builder builder = staging.table(DATE);
        AsOf other = AsOf.startOf(LocalDate.of(2024, 9, 30));
        FeatureVector otherDay = staging.catalog().compute(Snapshot.cut(firm, other, List.of()));
        FeatureVector otherCatalog = StandardCatalog.catalog().compute(Snapshot.cut(firm, DATE, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(otherDay))
                .withMessageContaining("as of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(otherCatalog))
                .withMessageContaining("schema");
    }

    private List<FeatureVector> staged(int threads) {
        List<FeatureVector> vectors = new ArrayList<>();
        Spine spine = Spine.of(world.histories().keySet().stream()
                .map(firm -> new Spine.Point(firm, DATE))
                .toList());
        new LocalFeatureEngine(threads)
                .compute(new MemorySignalStore(world.histories()), staging.catalog(), spine, vectors::add);
        return vectors;
    }

    private static List<Signal> known(List<Signal> signals) {
        return signals.stream()
                .filter(signal -> signal.knownAt().isBefore(DATE.instant()))
                .toList();
    }

    private static long size(Map<EnterpriseId, List<Signal>> histories) {
        return histories.values().stream().mapToLong(List::size).sum();
    }
}
