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
import techflow.features.signal.BankFlow;
import techflow.features.signal.Certificate;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.CourtRecord;
import techflow.features.signal.Encumbrance;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.EquityFinancing;
import techflow.features.signal.InnovationAssessment;
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
import techflow.features.signal.SoftwareCopyright;
import techflow.features.signal.TaxInspection;
import techflow.features.signal.TaxRating;
import techflow.features.signal.TechnologyContract;
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
            case PATENT -> patent(header);
            case PATENT_EVENT -> patentEvent(header);
            case SOFTWARE_COPYRIGHT ->
                new SoftwareCopyright(
                        header, number(), text(), header.occurredAt().minusDays(count()), pick(Patent.Origin.values()));
            case ANNUAL_REPORT -> annualReport(header);
            case TECHNOLOGY_CONTRACT -> technologyContract(header);
            case INNOVATION_INDICATORS -> innovationIndicators(header);
            case INNOVATION_ASSESSMENT -> innovationAssessment(header);
            case TAX_RATING -> taxRating(header);
            case MONTHLY_TAX -> monthlyTax(header);
            case TAX_INSPECTION -> taxInspection(header);
            case MONTHLY_INVOICES -> monthlyInvoices(header);
            case CONTRIBUTION_MONTH ->
                new ContributionMonth(
                        header,
                        pick(ContributionMonth.Scheme.values()),
                        month(header),
                        count(),
                        money(),
                        money(),
                        money(),
                        maybe(random.nextBoolean()));
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
            case ENCUMBRANCE ->
                new Encumbrance(
                        header,
                        number(),
                        pick(Encumbrance.EncumbranceType.values()),
                        money(),
                        text(),
                        maybe(header.occurredAt().plusDays(1 + count())),
                        pick(Encumbrance.Status.values()));
            case CERTIFICATE ->
                new Certificate(
                        header,
                        pick(Certificate.CertificateType.values()),
                        number(),
                        header.occurredAt(),
                        header.occurredAt().plusYears(3));
            case EQUITY_FINANCING -> equityFinancing(header);
            case BANK_FLOW -> bankFlow(header);
        };
    }

    private Patent patent(SignalHeader header) {
        return new Patent(
                header,
                number(),
                pick(Patent.PatentType.values()),
                "H01L",
                count(),
                pick(Patent.Origin.values()),
                maybe(text()),
                optionalCount(),
                optionalCount(),
                optionalCount(),
                maybe(random.nextBoolean()));
    }

    private PatentEvent patentEvent(SignalHeader header) {
        PatentEvent.PatentEventType type = pick(PatentEvent.PatentEventType.values());
        boolean priced = switch (type) {
            case PLEDGED, LICENSED, TRANSFERRED_OUT, ACQUIRED -> true;
            case GRANTED,
                    WITHDRAWN,
                    FEE_LAPSED,
                    RESTORED,
                    INVALIDATED,
                    PLEDGE_RELEASED,
                    FEE_PAID,
                    DISPUTE_OPENED,
                    DISPUTE_CLOSED,
                    AWARDED -> false;
        };
        return new PatentEvent(
                header,
                number(),
                type,
                maybe(text()),
                priced ? optionalMoney() : Optional.empty(),
                type == PatentEvent.PatentEventType.FEE_PAID
                        ? maybe(header.occurredAt().plusDays(count()))
                        : Optional.empty(),
                type == PatentEvent.PatentEventType.LICENSED
                        ? maybe(pick(PatentEvent.LicenceType.values()))
                        : Optional.empty());
    }

    private AnnualReport annualReport(SignalHeader header) {
        Optional<Money> revenue = optionalMoney();
        Optional<Money> research = optionalMoney();
        int staff = count();
        return new AnnualReport(
                header,
                year(header),
                revenue,
                research,
                optionalMoney(),
                optionalMoney(),
                optionalMoney().map(profit -> Money.ZERO.minus(profit)),
                optionalMoney(),
                optionalMoney(),
                random.nextBoolean() ? OptionalInt.of(staff) : OptionalInt.empty(),
                random.nextBoolean() ? OptionalInt.of(0) : OptionalInt.empty(),
                revenue.map(this::part).flatMap(this::maybe),
                optionalMoney(),
                research.map(this::part).flatMap(this::maybe),
                optionalMoney(),
                random.nextBoolean() ? OptionalInt.of(staff) : OptionalInt.empty());
    }

    private TechnologyContract technologyContract(SignalHeader header) {
        Money amount = money();
        return new TechnologyContract(
                header,
                number(),
                pick(TechnologyContract.ContractType.values()),
                pick(TechnologyContract.Role.values()),
                amount,
                maybe(part(amount)),
                pick(TechnologyContract.Status.values()));
    }

    private InnovationIndicators innovationIndicators(SignalHeader header) {
        Map<InnovationIndicator, Double> values = new EnumMap<>(InnovationIndicator.class);
        for (InnovationIndicator indicator : InnovationIndicator.values()) {
            if (random.nextBoolean()) {
                values.put(indicator, random.nextGaussian() * Math.pow(10, random.nextInt(12) - 3));
            }
        }
        return new InnovationIndicators(header, year(header), values, points(100));
    }

    private InnovationAssessment innovationAssessment(SignalHeader header) {
        InnovationAssessment.Frame frame = pick(InnovationAssessment.Frame.values());
        boolean blocks = frame != InnovationAssessment.Frame.GUIDELINE_2024;
        double most = frame == InnovationAssessment.Frame.NATIONAL_2025 ? 130 : 100;
        return new InnovationAssessment(
                header,
                year(header),
                frame,
                text(),
                points(most),
                most,
                blocks ? points(33) : OptionalDouble.empty(),
                blocks ? points(33) : OptionalDouble.empty(),
                blocks ? points(33) : OptionalDouble.empty(),
                blocks ? points(30) : OptionalDouble.empty());
    }

    private OptionalDouble points(double most) {
        return random.nextBoolean() ? OptionalDouble.of(random.nextDouble() * most) : OptionalDouble.empty();
    }

    private TaxRating taxRating(SignalHeader header) {
        TaxRating.Level level = pick(TaxRating.Level.values());
        double least = switch (level) {
            case A -> 90;
            case B, M -> 70;
            case C -> 40;
            case D -> 0;
        };
        boolean newRule = !header.knownAt().isBefore(Instant.parse("2026-01-01T00:00:00Z"));
        return new TaxRating(
                header,
                year(header),
                level,
                newRule ? TaxRating.Rule.STA_2025_12 : TaxRating.Rule.RULE_2014,
                random.nextBoolean() ? OptionalDouble.of(least + random.nextInt(10)) : OptionalDouble.empty(),
                level == TaxRating.Level.B ? Optional.of(TaxRating.Level.C) : Optional.empty());
    }

    private MonthlyTax monthlyTax(SignalHeader header) {
        MonthlyTax.TaxType type = pick(MonthlyTax.TaxType.values());
        return new MonthlyTax(
                header,
                month(header),
                type.declaresSales() ? money() : Money.ZERO,
                money(),
                money(),
                money(),
                random.nextBoolean(),
                type);
    }

    private TaxInspection taxInspection(SignalHeader header) {
        TaxInspection.Finding finding = pick(TaxInspection.Finding.values());
        boolean open = finding == TaxInspection.Finding.PENDING;
        boolean clean = open || finding == TaxInspection.Finding.NONE;
        return new TaxInspection(
                header,
                number(),
                open ? TaxInspection.Status.OPEN : TaxInspection.Status.CLOSED,
                finding,
                clean ? Money.ZERO : money(),
                clean ? Money.ZERO : money());
    }

    private MonthlyInvoices monthlyInvoices(SignalHeader header) {
        Money amount = money();
        Money topFive = part(amount);
        int invoices = count();
        return new MonthlyInvoices(
                header,
                month(header),
                pick(MonthlyInvoices.Direction.values()),
                invoices,
                amount,
                money(),
                count(),
                count(),
                money(),
                random.nextInt(invoices + 1),
                part(topFive),
                topFive,
                maybe(part(amount)));
    }

    private UtilityBill utilityBill(SignalHeader header) {
        UtilityBill.Utility utility = pick(UtilityBill.Utility.values());
        Optional<LocalDate> paid = maybe(header.occurredAt().plusDays(random.nextInt(40)));
        return new UtilityBill(
                header,
                utility,
                "030" + random.nextInt(3),
                month(header),
                random.nextInt(1_000_000) / 100.0,
                money(),
                header.occurredAt().plusDays(20),
                paid,
                utility == UtilityBill.Utility.ELECTRICITY ? points(1000) : OptionalDouble.empty(),
                paid.flatMap(day -> maybe(pick(UtilityBill.PaymentMethod.values()))));
    }

    private EquityFinancing equityFinancing(SignalHeader header) {
        Optional<Money> value = optionalMoney();
        return new EquityFinancing(
                header,
                number(),
                pick(EquityFinancing.Round.values()),
                value.isPresent() ? value.map(this::part) : optionalMoney(),
                value,
                pick(EquityFinancing.InvestorType.values()));
    }

    private BankFlow bankFlow(SignalHeader header) {
        Money paid = money();
        int receipts = count();
        return new BankFlow(
                header,
                "A" + random.nextInt(2),
                month(header),
                money(),
                paid,
                receipts,
                count(),
                random.nextInt(receipts + 1),
                random.nextBoolean() ? money() : Money.ZERO.minus(money()),
                random.nextBoolean() ? money() : Money.ZERO.minus(money()),
                count(),
                new Money(part(paid).fen() / 2),
                new Money(part(paid).fen() / 2));
    }

    private String text() {
        return pick(TEXTS);
    }

    private String number() {
        return text() + random.nextInt(20);
    }

    private int year(SignalHeader header) {
        return header.occurredAt().getYear() - random.nextInt(2);
    }

    private YearMonth month(SignalHeader header) {
        return YearMonth.from(header.occurredAt()).minusMonths(random.nextInt(2));
    }

    private int count() {
        return random.nextInt(500);
    }

    private Money money() {
        return random.nextInt(10) == 0 ? Money.ZERO : new Money(random.nextLong(10_000_000_000L));
    }

    /** Money from nothing to the whole of it. */
    private Money part(Money whole) {
        return new Money(random.nextLong(whole.fen() + 1));
    }

    private OptionalInt optionalCount() {
        return random.nextBoolean() ? OptionalInt.of(count()) : OptionalInt.empty();
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }

    private Optional<Money> optionalMoney() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(money());
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
