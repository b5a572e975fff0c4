package techflow.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import techflow.features.RandomHistories;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.InnovationIndicator;
import techflow.features.signal.InnovationIndicators;
import techflow.features.signal.Patent;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.features.signal.TaxRating;
import techflow.features.signal.TaxRating.Level;

class SnapshotTest {
    private static final EnterpriseId FIRM = EnterpriseId.placeholder("AAAAAAAA");
    private static final EnterpriseId OTHER = EnterpriseId.placeholder("BBBBBBBB");
    private static final Instant PUBLISHED = Instant.parse("2026-04-20T02:00:00Z");

    private static TaxRating rating(EnterpriseId firm, int year, Instant knownAt, Level level) {
        return new TaxRating(new SignalHeader(firm, LocalDate.of(year, 12, 31), knownAt, "STA"), year, level);
    }

    private static List<TaxRating> ratings(Snapshot snapshot) {
        return snapshot.signals(SignalKind.TAX_RATING, TaxRating.class);
    }

    @Test
    void a_signal_known_at_the_as_of_instant_is_not_seen_and_one_known_a_moment_before_is() {
        List<Signal> history = List.of(rating(FIRM, 2025, PUBLISHED, Level.B));
        assertThat(Snapshot.cut(FIRM, new AsOf(PUBLISHED), history).isEmpty()).isTrue();
        assertThat(ratings(Snapshot.cut(FIRM, new AsOf(PUBLISHED.plusNanos(1)), history)))
                .hasSize(1);
    }

    @Test
    void a_restatement_replaces_the_earlier_version_from_its_own_instant_on() {
        Instant corrected = PUBLISHED.plusSeconds(3600);
        List<Signal> history = List.of(rating(FIRM, 2025, corrected, Level.C), rating(FIRM, 2025, PUBLISHED, Level.B));
        assertThat(ratings(Snapshot.cut(FIRM, new AsOf(corrected), history)))
                .singleElement()
                .extracting(TaxRating::level)
                .isEqualTo(Level.B);
        assertThat(ratings(Snapshot.cut(FIRM, new AsOf(corrected.plusNanos(1)), history)))
                .singleElement()
                .extracting(TaxRating::level)
                .isEqualTo(Level.C);
    }

    @Test
    void of_two_versions_known_at_once_the_same_one_wins_in_any_order() {
        TaxRating one = rating(FIRM, 2025, PUBLISHED, Level.B);
        TaxRating other = rating(FIRM, 2025, PUBLISHED, Level.C);
        AsOf later = new AsOf(PUBLISHED.plusSeconds(1));
        assertThat(ratings(Snapshot.cut(FIRM, later, List.of(one, other))))
                .isEqualTo(ratings(Snapshot.cut(FIRM, later, List.of(other, one))));
    }

    /** A map prints in an order of its own in every virtual machine: the choice must not rest on that. */
    @Test
    void of_two_versions_with_maps_known_at_once_the_greater_row_wins() {
        InnovationIndicators low = indicators(1, 9);
        InnovationIndicators high = indicators(2, 3);
        AsOf later = new AsOf(PUBLISHED.plusSeconds(1));
        for (List<Signal> history : List.of(List.<Signal>of(low, high), List.<Signal>of(high, low))) {
            assertThat(Snapshot.cut(FIRM, later, history)
                            .signals(SignalKind.INNOVATION_INDICATORS, InnovationIndicators.class))
                    .containsExactly(high);
        }
    }

    private static InnovationIndicators indicators(double rdExpense, double awards) {
        Map<InnovationIndicator, Double> values = new EnumMap<>(InnovationIndicator.class);
        values.put(InnovationIndicator.RD_EXPENSE, rdExpense);
        values.put(InnovationIndicator.AWARDS, awards);
        SignalHeader header = new SignalHeader(FIRM, LocalDate.of(2025, 12, 31), PUBLISHED, "ZONE");
        return new InnovationIndicators(header, 2025, values, OptionalDouble.empty());
    }

    @Test
    void a_signal_of_another_enterprise_is_refused_and_its_code_is_masked() {
        List<Signal> history = List.of(rating(OTHER, 2025, PUBLISHED, Level.B));
        assertThatThrownBy(() -> Snapshot.cut(FIRM, new AsOf(PUBLISHED), history))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not hold a signal of")
                .message()
                .doesNotContain(OTHER.code());
    }

    @Test
    void signals_are_ordered_by_day_and_then_by_natural_key() {
        RandomHistories random = new RandomHistories(17);
        for (int i = 0; i < 30; i++) {
            EnterpriseId enterprise = random.enterprise();
            Snapshot snapshot = Snapshot.cut(enterprise, random.asOf(), random.history(enterprise));
            for (SignalKind kind : snapshot.kinds()) {
                List<? extends Signal> signals = snapshot.signals(kind, kind.type());
                assertThat(signals)
                        .as("seed 17, history %d, %s", i, kind)
                        .isSortedAccordingTo(java.util.Comparator.<Signal, LocalDate>comparing(Signal::occurredAt)
                                .thenComparing(Signal::naturalKey));
                assertThat(signals).extracting(Signal::naturalKey).doesNotHaveDuplicates();
                assertThat(snapshot.latest(kind)).contains(signals.getLast());
            }
        }
    }

    @Test
    void the_lists_of_a_snapshot_cannot_be_changed() {
        Snapshot snapshot =
                Snapshot.cut(FIRM, new AsOf(PUBLISHED.plusSeconds(1)), List.of(rating(FIRM, 2025, PUBLISHED, Level.B)));
        assertThatThrownBy(() -> ratings(snapshot).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void asking_a_kind_for_another_record_is_a_programming_error() {
        Snapshot snapshot = Snapshot.cut(FIRM, new AsOf(PUBLISHED), List.of());
        assertThatThrownBy(() -> snapshot.signals(SignalKind.TAX_RATING, Patent.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TAX_RATING holds TaxRating, asked for Patent");
    }

    @Test
    void an_empty_history_has_no_kind_no_latest_and_no_profile() {
        Snapshot snapshot = Snapshot.cut(FIRM, new AsOf(PUBLISHED), List.of());
        assertThat(snapshot.isEmpty()).isTrue();
        assertThat(snapshot.kinds()).isEmpty();
        assertThat(snapshot.profile()).isEmpty();
        assertThat(snapshot.latest(SignalKind.PATENT)).isEmpty();
        assertThat(ratings(snapshot)).isEmpty();
    }
}
