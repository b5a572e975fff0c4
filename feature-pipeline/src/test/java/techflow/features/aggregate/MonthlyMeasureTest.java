package techflow.features.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

class MonthlyMeasureTest {
    private static final EnterpriseId FIRM = EnterpriseId.placeholder("AAAAAAAA");
    private static final AsOf NOW = AsOf.startOf(LocalDate.of(2026, 11, 22));
    private static final MonthlySource<MonthlyTax> RETURNS =
            new MonthlySource<>(SignalKind.MONTHLY_TAX, MonthlyTax.class, MonthlyTax::period, tax -> !tax.filedLate());
    private static final MonthlyMeasure SALES =
            RETURNS.measure(tax -> tax.declaredSales().yuan());

    private static MonthlyTax tax(YearMonth period, long fen, boolean late) {
        SignalHeader header = new SignalHeader(
                FIRM,
                LocalDate.of(2020, 1, 1),
                AsOf.startOf(LocalDate.of(2020, 1, 2)).instant(),
                "STA");
        return new MonthlyTax(header, period, new Money(fen), Money.ZERO, Money.ZERO, Money.ZERO, late);
    }

    private static Snapshot random(Random random) {
        List<Signal> history = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            YearMonth period = YearMonth.of(2026, 11).minusMonths(random.nextInt(50) - 2);
            history.add(tax(period, random.nextInt(1_000_000), random.nextInt(4) == 0));
        }
        return Snapshot.cut(FIRM, NOW, history);
    }

    @Test
    void every_window_shows_what_the_rows_of_its_months_say() {
        long seed = 31;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Snapshot snapshot = random(random);
            Window window = Window.wholeMonths(NOW, random.nextInt(5), random.nextInt(48));
            MonthlySeries series = SALES.over(snapshot, window);

            double sum = RETURNS.rows(snapshot).stream()
                    .filter(row -> window.contains(row.period().atDay(1)))
                    .mapToDouble(row -> row.declaredSales().yuan())
                    .sum();
            assertThat(series.sum())
                    .as("seed %d, number %d", seed, i)
                    .isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-6));
            assertThat(series.months())
                    .isEqualTo((int) java.time.temporal.ChronoUnit.MONTHS.between(window.from(), window.to()));
            assertThat(RETURNS.series(
                                    snapshot, window, tax -> tax.declaredSales().yuan())
                            .knownValues())
                    .isEqualTo(series.knownValues());
        }
    }

    @Test
    void the_rows_are_read_once_for_all_windows() {
        AtomicInteger read = new AtomicInteger();
        MonthlyMeasure counted = RETURNS.measure(tax -> read.incrementAndGet());
        Snapshot snapshot = Snapshot.cut(FIRM, NOW, List.of(tax(YearMonth.of(2026, 9), 1, false)));

        for (int months = 1; months < 20; months++) {
            assertThat(counted.over(snapshot, Window.wholeMonths(NOW, 1, months))
                            .known())
                    .isEqualTo(1);
        }
        assertThat(read).hasValue(1);
    }

    @Test
    void rows_far_from_today_are_told_of_but_stand_in_no_window() {
        Snapshot snapshot = Snapshot.cut(
                FIRM,
                NOW,
                List.of(
                        tax(YearMonth.of(-999_999_999, 1), 1, false),
                        tax(YearMonth.of(1900, 1), 1, false),
                        tax(YearMonth.of(999_999_999, 12), 1, false)));
        MonthlySeries year = SALES.over(snapshot, Window.wholeMonths(NOW, 1, 12));

        assertThat(year.known()).isZero();
        assertThat(year.whenKnown(1, months -> FeatureValue.of(1)))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY));
    }

    @Test
    void a_source_that_never_told_anything_has_only_gaps() {
        Snapshot snapshot = Snapshot.cut(FIRM, NOW, List.of(tax(YearMonth.of(2026, 9), 1, true)));
        MonthlySeries year = SALES.over(snapshot, Window.wholeMonths(NOW, 1, 12));

        assertThat(year.months()).isEqualTo(12);
        assertThat(year.whenEverTold(months -> FeatureValue.of(1)))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
    }
}
