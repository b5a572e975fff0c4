package techflow.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.features.signal.UtilityBill;

class SyntheticEconomyTest {
    private static final YearMonth UNTIL = YearMonth.of(2026, 10);
    private static final EconomySettings SETTINGS = new EconomySettings(300, 11, UNTIL);
    private static final List<SyntheticFirm> FIRMS =
            new SyntheticEconomy(SETTINGS).firms().toList();

    @Test
    void equal_settings_give_equal_firms_whether_drawn_alone_or_in_parallel() {
        List<SyntheticFirm> again = new ArrayList<>();
        new SyntheticEconomy(SETTINGS).generate(again::add);

        assertThat(again).isEqualTo(FIRMS);
    }

    @Test
    void a_firm_does_not_depend_on_how_many_firms_there_are() {
        SyntheticEconomy larger = new SyntheticEconomy(new EconomySettings(5_000, SETTINGS.seed(), UNTIL));

        assertThat(larger.firm(7)).isEqualTo(FIRMS.get(7));
        assertThat(larger.firm(299)).isEqualTo(FIRMS.get(299));
    }

    @Test
    void another_seed_gives_another_firm() {
        SyntheticEconomy other = new SyntheticEconomy(new EconomySettings(300, SETTINGS.seed() + 1, UNTIL));

        assertThat(other.firm(7).signals()).isNotEqualTo(FIRMS.get(7).signals());
    }

    @Test
    void codes_are_placeholders_in_ascending_order_and_names_say_synthetic() {
        assertThat(FIRMS).extracting(SyntheticFirm::id).isSorted().doesNotHaveDuplicates();
        assertThat(FIRMS).allMatch(firm -> firm.id().isPlaceholder());
        assertThat(signals(EnterpriseProfile.class))
                .allMatch(profile -> profile.name().startsWith("合成科技"));
    }

    @Test
    void all_kinds_of_signal_are_there() {
        Set<SignalKind> kinds = FIRMS.stream()
                .flatMap(firm -> firm.signals().stream())
                .map(Signal::kind)
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(SignalKind.values());
    }

    @Test
    void every_signal_keeps_its_contract_and_reads_back_equal() {
        for (Signal signal : signals(Signal.class)) {
            assertThat(SignalDecoder.decode(signal.kind(), SignalDecoder.encode(signal)))
                    .isEqualTo(new Decoded.Accepted(signal));
        }
    }

    @Test
    void nothing_is_known_before_it_happened_or_after_the_delivery() {
        Instant delivery = WorldCalendar.published(new WorldCalendar(UNTIL).deliveredOn());

        for (Signal signal : signals(Signal.class)) {
            assertThat(signal.knownAt())
                    .isAfter(
                            signal.occurredAt().atStartOfDay(SignalHeader.CHINA).toInstant())
                    .isBeforeOrEqualTo(delivery);
            assertThat(signal.occurredAt()).isBeforeOrEqualTo(UNTIL.atEndOfMonth());
        }
    }

    @Test
    void a_payment_is_told_only_once_it_was_made() {
        List<UtilityBill> paid = signals(UtilityBill.class).stream()
                .filter(bill -> bill.paidOn().isPresent())
                .toList();

        assertThat(paid)
                .isNotEmpty()
                .allSatisfy(bill -> assertThat(dayOf(bill.knownAt()))
                        .isAfterOrEqualTo(bill.paidOn().orElseThrow()));
    }

    @Test
    void restatements_come_later_than_what_they_restate() {
        Map<String, Instant> lastKnown = new HashMap<>();
        int restated = 0;
        for (Signal signal : signals(Signal.class)) {
            String key = signal.enterprise() + "|" + signal.kind() + "|" + signal.naturalKey();
            Instant before = lastKnown.put(key, signal.knownAt());
            if (before != null) {
                restated++;
                assertThat(signal.knownAt()).as(key).isAfter(before);
            }
        }
        assertThat(restated).isGreaterThan(1_000);
    }

    @Test
    void inventions_are_published_eighteen_months_after_filing_or_later() {
        assertThat(signals(Patent.class))
                .filteredOn(patent -> patent.type() == PatentType.INVENTION)
                .isNotEmpty()
                .allSatisfy(patent -> assertThat(dayOf(patent.knownAt()))
                        .isAfterOrEqualTo(patent.filedOn().plusMonths(18)));
    }

    /** The default draw is salted: only what became known from the earlier of the two default days on may differ. */
    @Test
    void signals_from_before_the_default_do_not_depend_on_the_default_draw() {
        SyntheticEconomy salted = new SyntheticEconomy(SETTINGS, 99);
        int compared = 0;
        for (int i = 0; i < SETTINGS.firms(); i++) {
            SyntheticFirm one = FIRMS.get(i);
            SyntheticFirm other = salted.firm(i);
            if (!one.defaultedOn().equals(other.defaultedOn())) {
                compared++;
                LocalDate first = end(one).isBefore(end(other)) ? end(one) : end(other);
                assertThat(knownBefore(one, first)).isEqualTo(knownBefore(other, first));
                assertThat(one.coverage()).isEqualTo(other.coverage());
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void a_firm_leaves_the_risk_set_with_its_default() {
        assertThat(FIRMS)
                .filteredOn(firm -> firm.defaultedOn().isPresent())
                .isNotEmpty()
                .allSatisfy(firm -> {
                    YearMonth defaulted = YearMonth.from(firm.defaultedOn().orElseThrow());
                    assertThat(firm.truth()).allMatch(point -> point.month().isBefore(defaulted));
                    assertThat(firm.truth().getLast().month()).isEqualTo(defaulted.minusMonths(1));
                    assertThat(firm.signals())
                            .filteredOn(signal -> signal.kind() == SignalKind.MONTHLY_TAX)
                            .allMatch(signal ->
                                    YearMonth.from(signal.occurredAt()).isBefore(defaulted));
                });
    }

    @Test
    void every_true_pd_is_a_probability() {
        assertThat(FIRMS)
                .flatExtracting(SyntheticFirm::truth)
                .allSatisfy(point -> assertThat(point.truePd()).isGreaterThan(0).isLessThan(1));
    }

    @Test
    void no_firm_is_refused_with_the_number_found() {
        assertThatThrownBy(() -> new EconomySettings(0, 1, UNTIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("firms must lie between 1 and 999999, found 0");
    }

    private static LocalDate end(SyntheticFirm firm) {
        return firm.defaultedOn().orElse(LocalDate.MAX.minusYears(1));
    }

    private static List<Signal> knownBefore(SyntheticFirm firm, LocalDate day) {
        Instant instant = day.atStartOfDay(SignalHeader.CHINA).toInstant();
        return firm.signals().stream()
                .filter(signal -> signal.knownAt().isBefore(instant))
                .toList();
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, SignalHeader.CHINA);
    }

    private static <S extends Signal> List<S> signals(Class<S> type) {
        return FIRMS.stream()
                .flatMap(firm -> firm.signals().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
