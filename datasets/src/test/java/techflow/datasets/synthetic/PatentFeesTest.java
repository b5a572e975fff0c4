package techflow.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

/** Annual fees fall due on the anniversaries of the filing, and what a firm pays is what it was told to pay. */
class PatentFeesTest {
    private static final YearMonth UNTIL = YearMonth.of(2026, 10);
    private static final LocalDate END = UNTIL.atEndOfMonth();
    private static final List<SyntheticFirm> FIRMS =
            new SyntheticEconomy(new EconomySettings(600, 11, UNTIL)).firms().toList();
    private static final FeatureDefinition OVERDUE = StandardCatalog.catalog()
            .definition(new FeatureName("patent_fees_overdue_share"))
            .orElseThrow();

    @Test
    void a_patent_that_is_kept_is_paid_for_before_each_day_that_was_told() {
        int met = 0;
        for (SyntheticFirm firm : FIRMS) {
            for (List<PatentEvent> kept : maintained(firm)) {
                for (PatentEvent told : kept) {
                    LocalDate due = told.nextFeeDue().orElse(END);
                    if (due.isBefore(END) && due.isAfter(firstDayPaid())) {
                        assertThat(kept).as("%s: %s", told.applicationNo(), due).anyMatch(event -> pays(event, due));
                        met++;
                    }
                }
            }
        }
        assertThat(met).isGreaterThan(1_000);
    }

    /** Patents of a firm that paid at least once and neither lost nor sold them, nor defaulted. */
    private static List<List<PatentEvent>> maintained(SyntheticFirm firm) {
        Map<String, List<PatentEvent>> patents = firm.signals().stream()
                .filter(PatentEvent.class::isInstance)
                .map(PatentEvent.class::cast)
                .collect(Collectors.groupingBy(PatentEvent::applicationNo));
        return patents.values().stream()
                .filter(events -> firm.defaultedOn().isEmpty())
                .filter(events -> events.stream().anyMatch(event -> event.type() == PatentEventType.FEE_PAID))
                .filter(events -> events.stream().noneMatch(PatentFeesTest::ends))
                // A lapse is told six months and more after the fee day that was missed.
                .filter(events -> events.stream()
                        .flatMap(event -> event.nextFeeDue().stream())
                        .anyMatch(due -> due.isAfter(END)))
                .toList();
    }

    private static boolean ends(PatentEvent event) {
        return event.type() == PatentEventType.FEE_LAPSED || event.type() == PatentEventType.TRANSFERRED_OUT;
    }

    private static LocalDate firstDayPaid() {
        return new WorldCalendar(UNTIL).firstDay(WorldCalendar.BURN_IN);
    }

    private static boolean pays(PatentEvent event, LocalDate due) {
        return event.type() == PatentEventType.FEE_PAID
                && event.occurredAt().isBefore(due)
                && !event.occurredAt().isBefore(due.minusDays(60));
    }

    @Test
    void most_firms_have_no_fee_overdue_and_some_have_one() {
        double[] shares = overdueShares();

        assertThat(shares.length).isGreaterThan(1_000);
        assertThat(Arrays.stream(shares).filter(share -> share > 0).count() / (double) shares.length)
                .as("share of firms with a fee overdue")
                .isBetween(0.03, 0.25);
        assertThat(Arrays.stream(shares).average().orElseThrow())
                .as("mean share of patents overdue")
                .isBetween(0.005, 0.06);
    }

    private static double[] overdueShares() {
        List<FeatureValue> values = new ArrayList<>();
        for (SyntheticFirm firm : FIRMS) {
            for (int back : new int[] {0, 12, 24, 36}) {
                AsOf asOf = AsOf.startOf(UNTIL.plusMonths(1).minusMonths(back).atDay(1));
                values.add(OVERDUE.valueOn(Snapshot.cut(firm.id(), asOf, firm.signals())));
            }
        }
        return values.stream()
                .flatMapToDouble(value -> value instanceof FeatureValue.Numeric numeric
                        ? DoubleStream.of(numeric.value())
                        : DoubleStream.empty())
                .toArray();
    }
}
