package techflow.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import techflow.features.PeerWorld;
import techflow.features.RandomHistories;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

/** What must never change a vector, for every feature at once. */
class CatalogTimeTest {
    private static final long SEED = 7_313;
    private static final int HISTORIES = 150;

    private final RandomHistories random = new RandomHistories(SEED);

    /** One random firm, and as of when it is looked at. */
    private record Case(int number, EnterpriseId enterprise, AsOf asOf, List<Signal> history) {
        FeatureVector vector(List<Signal> signals) {
            return PeerWorld.world().catalog().compute(Snapshot.cut(enterprise, asOf, PeerWorld.grouped(signals)));
        }

        void same(List<Signal> changed) {
            FeatureVector expected = vector(history);
            FeatureVector found = vector(changed);
            for (FeatureDefinition definition : StandardCatalog.catalog().definitions()) {
                assertThat(found.value(definition.name()))
                        .as("seed %d, history %d at %s: %s", SEED, number, asOf, definition.name())
                        .isEqualTo(expected.value(definition.name()));
            }
        }
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            EnterpriseId enterprise = random.enterprise();
            cases.add(new Case(i, enterprise, random.asOf(), random.history(enterprise)));
        }
        return cases;
    }

    @Test
    void a_signal_known_at_or_after_the_as_of_changes_nothing() {
        for (Case one : cases()) {
            List<Signal> more = new ArrayList<>(one.history());
            List<Signal> future = random.history(one.enterprise(), one.asOf().instant());
            assertThat(future)
                    .allMatch(signal -> !signal.knownAt().isBefore(one.asOf().instant()));
            more.addAll(future);
            one.same(more);
        }
    }

    @Test
    void a_vector_from_the_full_history_equals_the_one_from_the_history_cut_at_the_as_of() {
        for (Case one : cases()) {
            one.same(one.history().stream()
                    .filter(signal -> signal.knownAt().isBefore(one.asOf().instant()))
                    .toList());
        }
    }

    @Test
    void the_order_of_signals_and_repeated_rows_change_nothing() {
        Random order = new Random(SEED);
        for (Case one : cases()) {
            List<Signal> shuffled = new ArrayList<>(one.history());
            shuffled.addAll(one.history().subList(0, one.history().size() / 3));
            Collections.shuffle(shuffled, order);
            one.same(shuffled);
        }
    }

    @Test
    void a_version_that_was_replaced_before_the_as_of_changes_nothing() {
        int removed = 0;
        for (Case one : cases()) {
            List<Signal> latestOnly = new ArrayList<>(one.history());
            latestOnly.removeIf(signal -> replaced(signal, one));
            removed += one.history().size() - latestOnly.size();
            one.same(latestOnly);
        }
        assertThat(removed).as("versions that were replaced, seed " + SEED).isGreaterThan(1_000);
    }

    private static boolean replaced(Signal signal, Case one) {
        return one.history().stream()
                .anyMatch(later -> later.kind() == signal.kind()
                        && later.knownAt().isAfter(signal.knownAt())
                        && later.knownAt().isBefore(one.asOf().instant())
                        && later.naturalKey().equals(signal.naturalKey()));
    }

    /** The reverse of the others: what becomes known does count, so that the properties above are not empty. */
    @Test
    void what_was_known_just_before_the_as_of_does_count() {
        int changed = 0;
        for (Case one : cases()) {
            Case earlier = new Case(
                    one.number(),
                    one.enterprise(),
                    new AsOf(one.asOf().instant().plusMillis(1)),
                    one.history());
            List<Signal> more = new ArrayList<>(one.history());
            more.addAll(random.history(one.enterprise(), one.asOf().instant()));
            changed += earlier.vector(more).equals(earlier.vector(one.history())) ? 0 : 1;
        }
        assertThat(changed).as("seed " + SEED).isGreaterThan(HISTORIES * 9 / 10);
    }
}
