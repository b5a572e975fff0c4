package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.MonthlyTax.TaxType;
import techflow.features.signal.TaxRating;

/** Monthly returns 15 to 45 days after the month, and the yearly credit level in April. */
final class TaxEmitter implements Emitter {
    private static final double NO_RETURN = -4.6;
    private static final double FILED_LATE = -3.4;
    private static final double NOTHING_DECLARED = -6.4;
    private static final double ARREARS_BEGIN = -4.3;
    private static final double ARREARS_END = 0.2;
    private static final double CORRECTED = 0.015;
    private static final double GAP_OF_DELIVERY = 0.012;
    private static final double LEVEL_NOISE = 5;
    private static final double BY_TYPE = 0.2;
    private static final double LATE_DELIVERY = 0.015;
    private static final double SCORE_TOLD = 0.6;
    private static final double REPAIRED = 0.12;

    @Override
    public void emit(Firm firm, SignalLog log) {
        new Life(firm, log).run();
    }

    private static final List<TaxType> ONE_TOTAL = List.of(TaxType.ALL);
    private static final List<TaxType> BY_TYPES = List.of(TaxType.VAT, TaxType.SURCHARGE, TaxType.CORPORATE_INCOME);

    /** All taxes of a month together, yuan. */
    private record Return(double declared, double payable, double paid, double owed, boolean late) {
        /** A corrected return; what is owed stays. */
        Return times(double factor) {
            return new Return(declared * factor, payable * factor, paid * factor, owed, late);
        }
    }

    /** One firm's tax life; arrears last from month to month. */
    private static final class Life {
        private final Firm firm;
        private final SignalLog log;
        private final RandomStream random;
        private final Strain strain;
        private final double burden;
        private final RandomStream details;
        private final boolean byType;
        private double owed;
        private int monthsOwing;
        private double points;

        Life(Firm firm, SignalLog log) {
            this.firm = firm;
            this.log = log;
            this.random = firm.random(Purpose.TAX);
            this.strain = new Strain(firm.latent(), firm.traits().habits().tax(), 0.4, random);
            this.burden = 0.034 * random.noise(0.35);
            this.points = 92 + 3 * random.normal();
            this.details = firm.random(Purpose.TAX_DETAILS);
            this.byType = details.chance(BY_TYPE);
        }

        void run() {
            for (int t = firm.traits().firstMonth(); t < WorldCalendar.MONTHS; t++) {
                month(t);
                YearMonth month = firm.calendar().month(t);
                if (month.getMonthValue() == 12) {
                    rate(t, month.getYear());
                    points = 92 + 3 * random.normal();
                }
            }
        }

        private void month(int t) {
            double pressure = strain.next(t);
            boolean late = random.chanceOfLogit(FILED_LATE + 1.1 * pressure);
            boolean missing = random.chanceOfLogit(NO_RETURN + 0.5 * pressure) || random.chance(GAP_OF_DELIVERY);
            double told = random.uniform(0.88, 1.0);
            boolean nothing = random.chanceOfLogit(NOTHING_DECLARED + 1.1 * pressure);
            double declared =
                    nothing ? 0 : firm.activity().sales(t) * firm.gaming().inflation(t) * told;
            double payable = declared * burden * random.noise(0.20);
            double paid = pay(payable, pressure);
            points -= (late ? 4 : 0) + (owed > 0 ? 5 : 0) + (missing ? 2 : 0);
            LocalDate published = firm.calendar().lastDay(t).plusDays(15 + random.days(8, 30) + (late ? 12 : 0));
            boolean corrected = random.chance(CORRECTED);
            double factor = random.noise(0.15);
            int delay = random.between(30, 120);
            published = details.chance(LATE_DELIVERY) ? published.plusDays(details.between(60, 200)) : published;
            if (t < firm.historyFrom() || missing || !firm.discloses(Source.TAX)) {
                return;
            }
            Return first = new Return(declared, payable, paid, owed, late);
            file(t, published, first);
            if (corrected) {
                LocalDate again = published.plusDays(delay);
                for (TaxType type : byType ? BY_TYPES : ONE_TOTAL) {
                    tax(t, again, first.times(factor), type).ifPresent(row -> log.restate(row, again));
                }
            }
        }

        private void file(int t, LocalDate published, Return told) {
            for (TaxType type : byType ? BY_TYPES : ONE_TOTAL) {
                tax(t, published, told, type).ifPresent(log::add);
            }
        }

        /** Pays the month's tax or part of it, and perhaps what is owed from before. */
        private double pay(double payable, double pressure) {
            boolean begins = random.chanceOfLogit(ARREARS_BEGIN + 1.4 * pressure);
            boolean ends = random.chanceOfLogit(ARREARS_END - 0.7 * pressure);
            double part = random.uniform(0, 0.8);
            if (owed > 0 && ends) {
                owed = 0;
                monthsOwing = 0;
            } else if (owed > 0 || begins) {
                owed += payable * (1 - part);
                monthsOwing++;
                return payable * part;
            }
            return payable;
        }

        /** The row of a type, empty for income tax outside the last month of a quarter. */
        private Optional<MonthlyTax> tax(int t, LocalDate published, Return told, TaxType type) {
            YearMonth month = firm.calendar().month(t);
            boolean quarterly = type == TaxType.CORPORATE_INCOME;
            if (quarterly && month.getMonthValue() % 3 != 0) {
                return Optional.empty();
            }
            double payable = told.payable() * share(type) * (quarterly ? 3 : 1);
            double paid = Math.min(told.paid(), told.payable()) * share(type) * (quarterly ? 3 : 1);
            return Optional.of(new MonthlyTax(
                    log.header(firm.calendar().lastDay(t), published, Source.TAX),
                    month,
                    Money.ofYuan(type.declaresSales() ? told.declared() : 0),
                    Money.ofYuan(payable),
                    Money.ofYuan(paid),
                    Money.ofYuan(told.owed() * share(type)),
                    told.late(),
                    type));
        }

        private static double share(TaxType type) {
            return switch (type) {
                case VAT -> 0.66;
                case SURCHARGE -> 0.08;
                case CORPORATE_INCOME -> 0.26;
                case ALL -> 1;
                case PERSONAL_INCOME_WITHHELD, OTHER -> 0;
            };
        }

        private void rate(int t, int year) {
            double shown = points + LEVEL_NOISE * random.normal();
            int day = random.between(18, 30);
            boolean rated = t - firm.traits().entryMonth() >= 1;
            if (rated && firm.discloses(Source.TAX_RATINGS)) {
                LocalDate published = LocalDate.of(year + 1, 4, day);
                TaxRating.Level level = level(shown, t);
                log.restate(rating(year, published, level, shown), published);
                if (details.chance(REPAIRED) && level == TaxRating.Level.C) {
                    LocalDate repaired = published.plusDays(details.between(60, 240));
                    TaxRating better = rating(year, repaired, TaxRating.Level.B, 70 + details.between(0, 8));
                    log.restate(
                            new TaxRating(
                                    better.header(),
                                    year,
                                    better.level(),
                                    better.rule(),
                                    better.score(),
                                    Optional.of(level)),
                            repaired);
                }
            }
        }

        private TaxRating rating(int year, LocalDate published, TaxRating.Level level, double shown) {
            TaxRating plain =
                    new TaxRating(log.header(LocalDate.of(year, 12, 31), published, Source.TAX_RATINGS), year, level);
            boolean told = details.chance(SCORE_TOLD) && level != TaxRating.Level.D;
            double score = Math.round(10 * Math.clamp(shown, 0, 100)) / 10.0;
            return told ? new TaxRating(plain.header(), year, level, plain.rule(), OptionalDouble.of(score)) : plain;
        }

        private TaxRating.Level level(double shown, int t) {
            if (firm.traits().ageMonths(t) < 12 && shown >= 70) {
                return TaxRating.Level.M;
            }
            if (shown >= 90) {
                return TaxRating.Level.A;
            }
            if (shown >= 70) {
                return TaxRating.Level.B;
            }
            return shown >= 40 && monthsOwing < 9 ? TaxRating.Level.C : TaxRating.Level.D;
        }
    }
}
