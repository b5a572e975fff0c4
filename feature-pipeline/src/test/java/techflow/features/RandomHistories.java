package techflow.features;

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
import java.util.function.Function;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.BankFlow;
import techflow.features.signal.Certificate;
import techflow.features.signal.Certificate.CertificateType;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.ContributionMonth.Scheme;
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
import techflow.features.signal.MonthlyTax.TaxType;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.Penalty;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.RegistryEvent.RegistryEventType;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SoftwareCopyright;
import techflow.features.signal.TaxInspection;
import techflow.features.signal.TaxInspection.Finding;
import techflow.features.signal.TaxRating;
import techflow.features.signal.TechnologyContract;
import techflow.features.signal.TechnologyField;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.Utility;
import techflow.features.snapshot.AsOf;

/**
 * Random histories that the decoder accepts: every kind of signal, whole sources absent, gaps, zeros, late publication,
 * restatements (some known at one and the same instant), several meters, patents through all of their legal life. They
 * explore the rules and look like no real firm. The same seed gives the same histories on every machine.
 */
public final class RandomHistories {
    private static final YearMonth FIRST_MONTH = YearMonth.of(2021, 1);
    private static final YearMonth LAST_MONTH = YearMonth.of(2026, 9);
    private static final LocalDate FIRST_DAY = LocalDate.of(2004, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 30);
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Random random;

    public RandomHistories(long seed) {
        this.random = new Random(seed);
    }

    /** A placeholder code that no real firm bears. */
    public EnterpriseId enterprise() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return EnterpriseId.placeholder(body.toString());
    }

    /** An instant of 2022 to 2026 at any time of the day; half of them at the start of a day in China. */
    public AsOf asOf() {
        AsOf start = AsOf.startOf(LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1750)));
        return random.nextBoolean() ? start : new AsOf(start.instant().plusSeconds(random.nextInt(86_400)));
    }

    /** A history, in no particular order. */
    public List<Signal> history(EnterpriseId enterprise) {
        return history(enterprise, Instant.MIN);
    }

    /**
     * A history of which nothing was known before an instant. Its keys overlap those of other histories of the enterprise,
     * so that joined to one of them it restates much of it.
     */
    public List<Signal> history(EnterpriseId enterprise, Instant knownFrom) {
        return new OneHistory(enterprise, knownFrom).signals();
    }

    private final class OneHistory {
        private final EnterpriseId enterprise;
        private final Instant knownFrom;
        private final List<Signal> signals = new ArrayList<>();

        OneHistory(EnterpriseId enterprise, Instant knownFrom) {
            this.enterprise = enterprise;
            this.knownFrom = knownFrom;
        }

        List<Signal> signals() {
            source(this::profile);
            source(this::patents);
            source(this::annualReports);
            source(this::innovation);
            source(this::taxRatings);
            source(this::monthlyTax);
            for (MonthlyInvoices.Direction direction : MonthlyInvoices.Direction.values()) {
                source(() -> invoices(direction));
            }
            for (Scheme scheme : Scheme.values()) {
                source(() -> contributions(scheme));
            }
            for (Utility utility : Utility.values()) {
                source(() -> bills(utility));
            }
            source(this::copyrights);
            source(this::contracts);
            source(this::assessments);
            source(this::inspections);
            source(this::encumbrances);
            source(this::financing);
            source(this::bankFlows);
            source(this::registry);
            source(this::penalties);
            source(this::court);
            source(this::certificates);
            java.util.Collections.shuffle(signals, random);
            return List.copyOf(signals);
        }

        /** One source in six tells nothing of the firm. */
        private void source(Runnable fill) {
            if (!chance(1.0 / 6)) {
                fill.run();
            }
        }

        /** One version, and for some a restatement known later, or a contradicting one known at the same instant. */
        private void emit(LocalDate occurredAt, int lagDays, Function<SignalHeader, Signal> version) {
            Instant known = occurredAt
                    .plusDays(1)
                    .atStartOfDay(SignalHeader.CHINA)
                    .toInstant()
                    .plusMillis(Duration.ofDays(lagDays).toMillis() + random.nextInt(86_400_000));
            add(occurredAt, known, version);
            if (chance(0.12)) {
                add(occurredAt, known.plus(Duration.ofDays(random.nextInt(200))), version);
            }
            if (chance(0.02)) {
                add(occurredAt, known, version);
            }
        }

        private void add(LocalDate occurredAt, Instant known, Function<SignalHeader, Signal> version) {
            Instant late = known.isBefore(knownFrom) ? knownFrom : known;
            signals.add(version.apply(new SignalHeader(enterprise, occurredAt, late, "TEST")));
        }

        private void profile() {
            emit(
                    day(),
                    3,
                    header -> new EnterpriseProfile(
                            header,
                            "测试\"甲,乙\"科技" + random.nextInt(100),
                            "C" + (10 + random.nextInt(30)),
                            pick(TechnologyField.values()),
                            String.valueOf(11 + random.nextInt(50)),
                            chance(0.5) ? day().minusYears(3) : LAST_DAY.minusDays(random.nextInt(3000)),
                            money(50_000_000)));
        }

        private void patents() {
            int known = random.nextInt(25);
            for (int i = 0; i < known; i++) {
                String number = "CN2020" + (10_000 + random.nextInt(40));
                PatentType type = pick(PatentType.values());
                LocalDate filed = day();
                int lag = type == PatentType.INVENTION ? 540 + random.nextInt(30) : 150 + random.nextInt(200);
                emit(filed, lag, header -> patent(header, number, type));
                int events = random.nextInt(5);
                for (int e = 0; e < events; e++) {
                    patentEvent(number, filed);
                }
            }
            if (chance(0.3)) {
                patentEvent("CN-unknown", FIRST_DAY);
            }
        }

        private void patentEvent(String number, LocalDate filed) {
            PatentEventType type = chance(0.4) ? PatentEventType.GRANTED : pick(PatentEventType.values());
            LocalDate day = filed.plusDays(200 + random.nextInt(3000));
            emit(day.isAfter(LAST_DAY) ? LAST_DAY : day, 5, header -> patentEvent(header, number, type));
        }

        private Patent patent(SignalHeader header, String number, PatentType type) {
            return new Patent(
                    header,
                    number,
                    type,
                    pick(new String[] {"H01L", "G06F", "A61K"}),
                    random.nextInt(30),
                    chance(0.2) ? Origin.ACQUIRED : Origin.ORIGINAL,
                    maybe("CN11" + random.nextInt(10_000) + "A"),
                    maybeCount(20),
                    maybeCount(chance(0.5) ? 1 : 40),
                    maybeCount(chance(0.7) ? 1 : 6),
                    maybe(chance(0.6)));
        }

        private PatentEvent patentEvent(SignalHeader header, String number, PatentEventType type) {
            boolean traded = type == PatentEventType.TRANSFERRED_OUT || type == PatentEventType.ACQUIRED;
            boolean licensed = type == PatentEventType.LICENSED;
            boolean fee = type == PatentEventType.GRANTED
                    || type == PatentEventType.FEE_PAID
                    || type == PatentEventType.RESTORED;
            return new PatentEvent(
                    header,
                    number,
                    type,
                    traded || licensed ? maybe("对方" + random.nextInt(3)) : Optional.empty(),
                    traded || licensed || type == PatentEventType.PLEDGED ? maybe(money(5_000_000)) : Optional.empty(),
                    fee ? maybe(header.occurredAt().plusDays(random.nextInt(500))) : Optional.empty(),
                    licensed ? maybe(pick(PatentEvent.LicenceType.values())) : Optional.empty());
        }

        private void copyrights() {
            int count = random.nextInt(12);
            for (int i = 0; i < count; i++) {
                String number = "SR" + random.nextInt(60);
                LocalDate done = day();
                emit(
                        done.plusDays(random.nextInt(400)),
                        10 + random.nextInt(30),
                        header -> new SoftwareCopyright(
                                header, number, "软件" + number, done, chance(0.15) ? Origin.ACQUIRED : Origin.ORIGINAL));
            }
        }

        private void contracts() {
            int count = random.nextInt(10);
            for (int i = 0; i < count; i++) {
                String number = "HT" + random.nextInt(40);
                emit(recentDay(), 5 + random.nextInt(60), header -> {
                    Money amount = money(3_000_000);
                    return new TechnologyContract(
                            header,
                            number,
                            pick(TechnologyContract.ContractType.values()),
                            pick(TechnologyContract.Role.values()),
                            amount,
                            maybe(part(amount)),
                            chance(0.85) ? TechnologyContract.Status.REGISTERED : TechnologyContract.Status.CANCELLED);
                });
            }
        }

        private void assessments() {
            for (int y = 2019; y <= 2025; y++) {
                int year = y;
                for (InnovationAssessment.Frame frame : InnovationAssessment.Frame.values()) {
                    if (chance(0.4)) {
                        emit(
                                LocalDate.of(year, 12, 31),
                                120 + random.nextInt(200),
                                header -> assessment(header, year, frame));
                    }
                }
            }
        }

        private InnovationAssessment assessment(SignalHeader header, int year, InnovationAssessment.Frame frame) {
            boolean blocks = frame != InnovationAssessment.Frame.GUIDELINE_2024;
            double most = frame == InnovationAssessment.Frame.NATIONAL_2025 ? 130 : 100;
            return new InnovationAssessment(
                    header,
                    year,
                    frame,
                    "高新区" + random.nextInt(2),
                    points(true, most),
                    most,
                    points(blocks, 33),
                    points(blocks, 33),
                    points(blocks, 33),
                    points(blocks, 30));
        }

        private void inspections() {
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                String number = "税稽" + random.nextInt(6);
                emit(recentDay(), 10, header -> {
                    Finding finding = pick(Finding.values());
                    boolean found = finding == Finding.IRREGULARITY || finding == Finding.EVASION;
                    return new TaxInspection(
                            header,
                            number,
                            finding == Finding.PENDING ? TaxInspection.Status.OPEN : TaxInspection.Status.CLOSED,
                            finding,
                            found ? money(400_000) : Money.ZERO,
                            found ? money(200_000) : Money.ZERO);
                });
            }
        }

        private void encumbrances() {
            int count = random.nextInt(8);
            for (int i = 0; i < count; i++) {
                String reference = "DJ" + random.nextInt(25);
                LocalDate day = recentDay();
                emit(
                        day,
                        4,
                        header -> new Encumbrance(
                                header,
                                reference,
                                pick(Encumbrance.EncumbranceType.values()),
                                money(5_000_000),
                                "某行",
                                maybe(day.plusDays(1 + random.nextInt(1500))),
                                chance(0.7) ? Encumbrance.Status.STANDING : Encumbrance.Status.RELEASED));
            }
        }

        private void financing() {
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                String number = "RZ" + random.nextInt(12);
                emit(chance(0.5) ? recentDay() : day(), 5 + random.nextInt(60), header -> {
                    Money value = money(200_000_000);
                    return new EquityFinancing(
                            header,
                            number,
                            pick(EquityFinancing.Round.values()),
                            maybe(part(value)),
                            maybe(value),
                            pick(EquityFinancing.InvestorType.values()));
                });
            }
        }

        private void bankFlows() {
            int accounts = 1 + random.nextInt(2);
            for (int a = 0; a < accounts; a++) {
                String account = "T" + a;
                months(
                        gapRate(),
                        month -> emit(
                                month.atEndOfMonth(),
                                1 + random.nextInt(10),
                                header -> bankFlow(header, account, month)));
            }
        }

        private BankFlow bankFlow(SignalHeader header, String account, YearMonth month) {
            Money out = money(3_000_000);
            int receipts = chance(0.1) ? 0 : random.nextInt(80);
            return new BankFlow(
                    header,
                    account,
                    month,
                    receipts == 0 ? Money.ZERO : money(3_000_000),
                    out,
                    receipts,
                    random.nextInt(90),
                    random.nextInt(receipts + 1),
                    money(900_000).minus(money(300_000)),
                    money(900_000).minus(money(200_000)),
                    chance(0.2) ? random.nextInt(4) : 0,
                    new Money(part(out).fen() / 2),
                    new Money(part(out).fen() / 2));
        }

        private void annualReports() {
            for (int y = 2015; y <= 2025; y++) {
                int year = y;
                if (chance(0.8)) {
                    emit(LocalDate.of(year, 12, 31), 100 + random.nextInt(150), header -> annualReport(header, year));
                }
            }
        }

        private AnnualReport annualReport(SignalHeader header, int year) {
            Money revenue = money(50_000_000);
            Money research = money(9_000_000);
            int staff = random.nextInt(200);
            return new AnnualReport(
                    header,
                    year,
                    maybe(revenue),
                    maybe(research),
                    maybe(money(40_000_000)),
                    maybe(money(1_000_000)),
                    maybe(money(8_000_000).minus(money(8_000_000))),
                    maybe(money(20_000_000).minus(money(6_000_000))),
                    maybe(money(20_000_000)),
                    chance(0.7) ? OptionalInt.of(staff) : OptionalInt.empty(),
                    maybeCount(staff + 1),
                    maybe(part(revenue)),
                    maybe(money(40_000_000)),
                    maybe(part(research)),
                    maybe(money(60_000_000)),
                    maybeCount(staff + 1));
        }

        private void innovation() {
            for (int y = 2018; y <= 2025; y++) {
                int year = y;
                if (chance(0.7)) {
                    emit(LocalDate.of(year, 12, 31), 120 + random.nextInt(200), header -> indicators(header, year));
                }
            }
        }

        private InnovationIndicators indicators(SignalHeader header, int year) {
            Map<InnovationIndicator, Double> values = new EnumMap<>(InnovationIndicator.class);
            for (InnovationIndicator indicator : InnovationIndicator.values()) {
                if (chance(0.75)) {
                    values.put(indicator, chance(0.5) ? random.nextInt(30) : random.nextGaussian());
                }
            }
            OptionalDouble official = chance(0.5) ? OptionalDouble.of(random.nextInt(130)) : OptionalDouble.empty();
            return new InnovationIndicators(header, year, values, official);
        }

        private void taxRatings() {
            for (int y = 2017; y <= 2025; y++) {
                int year = y;
                if (chance(0.7)) {
                    emit(LocalDate.of(year, 12, 31), 110 + random.nextInt(20), header -> rating(header, year));
                }
            }
        }

        private TaxRating rating(SignalHeader header, int year) {
            TaxRating.Level level = pick(TaxRating.Level.values());
            double least = switch (level) {
                case A -> 90;
                case B, M -> 70;
                case C -> 40;
                case D -> 0;
            };
            return new TaxRating(
                    header,
                    year,
                    level,
                    year < 2025 ? TaxRating.Rule.RULE_2014 : TaxRating.Rule.STA_2025_12,
                    chance(0.6) ? OptionalDouble.of(least + random.nextInt(10)) : OptionalDouble.empty(),
                    level == TaxRating.Level.C && year % 2 == 0 ? Optional.of(TaxRating.Level.D) : Optional.empty());
        }

        /** Half of the firms have one total a month, the others a row for each of some taxes; never both. */
        private void monthlyTax() {
            double gaps = gapRate();
            TaxType[] types = chance(0.5)
                    ? new TaxType[] {TaxType.ALL}
                    : new TaxType[] {TaxType.VAT, TaxType.CORPORATE_INCOME, TaxType.SURCHARGE};
            for (TaxType type : types) {
                months(
                        type == TaxType.CORPORATE_INCOME ? 0.66 : gaps,
                        month -> emit(
                                month.atEndOfMonth(),
                                10 + random.nextInt(40),
                                header -> monthlyTax(header, month, type)));
            }
        }

        private MonthlyTax monthlyTax(SignalHeader header, YearMonth month, TaxType type) {
            return new MonthlyTax(
                    header,
                    month,
                    type.declaresSales() ? money(3_000_000) : Money.ZERO,
                    money(200_000),
                    money(200_000),
                    chance(0.15) ? money(300_000) : Money.ZERO,
                    chance(0.1),
                    type);
        }

        private void invoices(MonthlyInvoices.Direction direction) {
            months(
                    gapRate(),
                    month -> emit(
                            month.atEndOfMonth(),
                            8 + random.nextInt(40),
                            header -> invoices(header, month, direction)));
        }

        private MonthlyInvoices invoices(SignalHeader header, YearMonth month, MonthlyInvoices.Direction direction) {
            if (chance(0.08)) {
                return new MonthlyInvoices(
                        header,
                        month,
                        direction,
                        0,
                        Money.ZERO,
                        Money.ZERO,
                        0,
                        0,
                        Money.ZERO,
                        0,
                        Money.ZERO,
                        Money.ZERO);
            }
            long amount = money(4_000_000).fen();
            int invoices = 1 + random.nextInt(60);
            return new MonthlyInvoices(
                    header,
                    month,
                    direction,
                    invoices,
                    new Money(amount),
                    new Money(amount / 10),
                    random.nextInt(6),
                    random.nextInt(4),
                    chance(0.3) ? money(500_000) : Money.ZERO,
                    Math.min(invoices, 1 + random.nextInt(20)),
                    new Money(amount / (1 + random.nextInt(4))),
                    new Money(amount),
                    maybe(chance(0.5) ? Money.ZERO : part(new Money(amount))));
        }

        private void contributions(Scheme scheme) {
            months(
                    gapRate(),
                    month -> emit(month.atEndOfMonth(), 12 + random.nextInt(35), header -> {
                        Money payable = money(200_000);
                        return new ContributionMonth(
                                header,
                                scheme,
                                month,
                                chance(0.03) ? 0 : random.nextInt(120),
                                money(900_000),
                                payable,
                                chance(0.85) ? payable : money(100_000),
                                chance(0.5) ? Optional.of(chance(0.1)) : Optional.empty());
                    }));
        }

        private void bills(Utility utility) {
            int meters = chance(0.2) ? 2 : 1;
            for (int m = 0; m < meters; m++) {
                String meter = "M" + m;
                months(gapRate(), month -> bill(utility, meter, month));
            }
        }

        /** Unpaid at issue; the payment, when one comes, restates the bill. */
        private void bill(Utility utility, String meter, YearMonth month) {
            LocalDate due = month.plusMonths(1).atDay(25);
            double quantity = chance(0.05) ? 0 : Math.round(random.nextDouble() * 5e6) / 100.0;
            Money amount = money(40_000);
            OptionalDouble capacity = points(utility == Utility.ELECTRICITY, 800);
            emit(
                    month.atEndOfMonth(),
                    1 + random.nextInt(8),
                    header -> new UtilityBill(
                            header,
                            utility,
                            meter,
                            month,
                            quantity,
                            amount,
                            due,
                            Optional.empty(),
                            capacity,
                            Optional.empty()));
            if (chance(0.9)) {
                LocalDate paid = due.plusDays(random.nextInt(40) - 20);
                Instant known = paid.plusDays(1 + random.nextInt(12))
                        .atStartOfDay(SignalHeader.CHINA)
                        .toInstant();
                add(
                        month.atEndOfMonth(),
                        known,
                        header -> new UtilityBill(
                                header,
                                utility,
                                meter,
                                month,
                                quantity,
                                amount,
                                due,
                                Optional.of(paid),
                                capacity,
                                maybe(pick(UtilityBill.PaymentMethod.values()))));
            }
        }

        private void registry() {
            int events = random.nextInt(12);
            for (int i = 0; i < events; i++) {
                String reference = "R" + random.nextInt(40);
                emit(recentDay(), 2, header -> new RegistryEvent(header, reference, pick(RegistryEventType.values())));
            }
        }

        private void penalties() {
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                String number = "市监罚〔2024〕" + random.nextInt(30) + "号";
                LocalDate decided = recentDay();
                emit(
                        decided,
                        7,
                        header -> new Penalty(
                                header,
                                number,
                                "市场监督管理局",
                                money(50_000),
                                decided.plusMonths(chance(0.5) ? 3 : 36),
                                chance(0.7) ? Penalty.Status.STANDING : pick(Penalty.Status.values())));
            }
        }

        private void court() {
            int count = random.nextInt(7);
            for (int i = 0; i < count; i++) {
                String number = "(2024)民初" + random.nextInt(5) + "号";
                CourtRecord.Role role = pick(CourtRecord.Role.values());
                emit(
                        recentDay(),
                        5,
                        header -> new CourtRecord(
                                header,
                                number,
                                role,
                                money(5_000_000),
                                chance(0.7) ? CourtRecord.Status.OPEN : CourtRecord.Status.CLOSED));
            }
        }

        private void certificates() {
            int count = random.nextInt(6);
            for (int i = 0; i < count; i++) {
                String number = "GR" + random.nextInt(20);
                LocalDate from = recentDay();
                emit(
                        from,
                        3,
                        header -> new Certificate(
                                header,
                                pick(CertificateType.values()),
                                number,
                                from.plusDays(random.nextInt(10)),
                                from.plusYears(3)));
            }
        }

        private void months(double gapRate, java.util.function.Consumer<YearMonth> fill) {
            YearMonth month = FIRST_MONTH.plusMonths(chance(0.3) ? random.nextInt(50) : 0);
            YearMonth end = LAST_MONTH.minusMonths(chance(0.2) ? random.nextInt(30) : 0);
            for (; !month.isAfter(end); month = month.plusMonths(1)) {
                if (!chance(gapRate)) {
                    fill.accept(month);
                }
            }
        }
    }

    private double gapRate() {
        return chance(0.3) ? 0.5 : 0.05;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> Optional<T> maybe(T value) {
        return chance(0.8) ? Optional.of(value) : Optional.empty();
    }

    private OptionalInt maybeCount(int bound) {
        return chance(0.7) ? OptionalInt.of(random.nextInt(bound)) : OptionalInt.empty();
    }

    private OptionalDouble points(boolean given, double most) {
        return given && chance(0.7) ? OptionalDouble.of(random.nextDouble() * most) : OptionalDouble.empty();
    }

    private Money part(Money whole) {
        return chance(0.1) ? whole : new Money((long) (random.nextDouble() * whole.fen()));
    }

    /** Up to a most in yuan; zero now and then. */
    private Money money(int most) {
        return chance(0.05) ? Money.ZERO : new Money((long) (random.nextDouble() * most * 100));
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt((int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay())));
    }

    private LocalDate recentDay() {
        return LAST_DAY.minusDays(random.nextInt(2500));
    }
}
