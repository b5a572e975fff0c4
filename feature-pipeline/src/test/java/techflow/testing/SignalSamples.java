package techflow.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.Certificate;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.CourtRecord;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.InnovationIndicator;
import techflow.features.signal.InnovationIndicators;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.Patent;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.Penalty;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.features.signal.TaxRating;
import techflow.features.signal.TechnologyField;
import techflow.features.signal.UtilityBill;

/**
 * Valid signals of every kind, drawn from a seed: no firm that could exist, no distribution worth learning, but every
 * corner of the formats. Texts hold commas, quotes, backslashes, line breaks and Chinese.
 */
public final class SignalSamples {
    private static final String[] TEXTS = {
        "示例科技有限公司",
        "plain",
        "comma, \"quoted\"",
        "back\\slash {brace}",
        "line\nbreak\ttab",
        "\\N",
        "𠮷野家",
        "NULL",
        "a|b"
    };
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private final Random random;

    /** The same seed gives the same signals. */
    public SignalSamples(long seed) {
        this.random = new Random(seed);
    }

    /** The placeholder code of the n-th sample firm, ascending with n; n from 0 to 99,999,999. */
    public static EnterpriseId firm(int n) {
        return EnterpriseId.placeholder("%08d".formatted(n));
    }

    /** One signal of each kind about the firm. */
    public List<Signal> oneOfEach(EnterpriseId firm) {
        return Stream.of(SignalKind.values()).map(kind -> signal(firm, kind)).toList();
    }

    /**
     * A history of the firm: {@code count} signals of random kinds, about one in five of them restated later under the
     * same natural key, in random order.
     */
    public List<Signal> history(EnterpriseId firm, int count) {
        Map<String, Signal> distinct = new java.util.HashMap<>();
        while (distinct.size() < count) {
            Signal signal = signal(firm, pick(SignalKind.values()));
            distinct.put(signal.kind() + "|" + signal.naturalKey() + "|" + signal.knownAt(), signal);
        }
        List<Signal> history = new ArrayList<>(distinct.values());
        java.util.Collections.shuffle(history, random);
        return history;
    }

    /** A random signal of the kind. Natural keys come from a small set, so that restatements happen. */
    public Signal signal(EnterpriseId firm, SignalKind kind) {
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(2_000));
        Instant known = day.atStartOfDay(SignalHeader.CHINA)
                .toInstant()
                .plus(Duration.ofSeconds(random.nextInt(40_000_000)))
                .plusNanos(random.nextInt(1_000_000) * 1_000L);
        return signal(new SignalHeader(firm, day, known, pick(new String[] {"STA", "CNIPA", "source, \"x\"\\"})), kind);
    }

    private Signal signal(SignalHeader header, SignalKind kind) {
        return switch (kind) {
            case ENTERPRISE_PROFILE ->
                new EnterpriseProfile(
                        header, text(), "C39", pick(TechnologyField.values()), "44", header.occurredAt(), money());
            case PATENT ->
                new Patent(
                        header,
                        number(),
                        pick(Patent.PatentType.values()),
                        "H01L",
                        1 + count(),
                        pick(Patent.Origin.values()));
            case PATENT_EVENT -> new PatentEvent(header, number(), pick(PatentEvent.PatentEventType.values()));
            case ANNUAL_REPORT -> annualReport(header);
            case INNOVATION_INDICATORS -> innovationIndicators(header);
            case TAX_RATING -> new TaxRating(header, year(), pick(TaxRating.Level.values()));
            case MONTHLY_TAX ->
                new MonthlyTax(header, month(), money(), money(), money(), money(), random.nextBoolean());
            case MONTHLY_INVOICES -> monthlyInvoices(header);
            case CONTRIBUTION_MONTH ->
                new ContributionMonth(
                        header, pick(ContributionMonth.Scheme.values()), month(), count(), money(), money(), money());
            case UTILITY_BILL -> utilityBill(header);
            case REGISTRY_EVENT -> new RegistryEvent(header, number(), pick(RegistryEvent.RegistryEventType.values()));
            case PENALTY ->
                new Penalty(
                        header,
                        number(),
                        text(),
                        money(),
                        header.occurredAt().plusYears(3),
                        pick(Penalty.Status.values()));
            case COURT_RECORD ->
                new CourtRecord(
                        header, number(), pick(CourtRecord.Role.values()), money(), pick(CourtRecord.Status.values()));
            case CERTIFICATE ->
                new Certificate(
                        header,
                        pick(Certificate.CertificateType.values()),
                        number(),
                        header.occurredAt(),
                        header.occurredAt().plusYears(3));
        };
    }

    private AnnualReport annualReport(SignalHeader header) {
        return new AnnualReport(
                header,
                year(),
                optionalMoney(),
                optionalMoney(),
                optionalMoney(),
                optionalMoney(),
                optionalMoney().map(profit -> Money.ZERO.minus(profit)),
                optionalMoney(),
                optionalMoney(),
                random.nextBoolean() ? OptionalInt.of(count()) : OptionalInt.empty(),
                random.nextBoolean() ? OptionalInt.of(0) : OptionalInt.empty());
    }

    private InnovationIndicators innovationIndicators(SignalHeader header) {
        Map<InnovationIndicator, Double> values = new EnumMap<>(InnovationIndicator.class);
        for (InnovationIndicator indicator : InnovationIndicator.values()) {
            if (random.nextBoolean()) {
                values.put(indicator, random.nextGaussian() * Math.pow(10, random.nextInt(12) - 3));
            }
        }
        OptionalDouble official =
                random.nextBoolean() ? OptionalDouble.of(random.nextInt(100)) : OptionalDouble.empty();
        return new InnovationIndicators(header, year(), values, official);
    }

    private MonthlyInvoices monthlyInvoices(SignalHeader header) {
        return new MonthlyInvoices(
                header,
                month(),
                pick(MonthlyInvoices.Direction.values()),
                count(),
                money(),
                money(),
                count(),
                count(),
                money(),
                count(),
                money(),
                money());
    }

    private UtilityBill utilityBill(SignalHeader header) {
        return new UtilityBill(
                header,
                pick(UtilityBill.Utility.values()),
                "030" + random.nextInt(3),
                month(),
                random.nextInt(1_000_000) / 100.0,
                money(),
                header.occurredAt().plusDays(20),
                random.nextBoolean()
                        ? Optional.of(header.occurredAt().plusDays(random.nextInt(40)))
                        : Optional.empty());
    }

    private String text() {
        return pick(TEXTS);
    }

    private String number() {
        return text() + random.nextInt(20);
    }

    private int year() {
        return 2019 + random.nextInt(6);
    }

    private YearMonth month() {
        return YearMonth.of(year(), 1 + random.nextInt(12));
    }

    private int count() {
        return random.nextInt(500);
    }

    private Money money() {
        return random.nextInt(10) == 0 ? Money.ZERO : new Money(random.nextLong(10_000_000_000L));
    }

    private Optional<Money> optionalMoney() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(money());
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
