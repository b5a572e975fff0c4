package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.Money;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.LicenceType;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.SignalHeader;

/**
 * Patents and their legal events. How many a firm files says little of its ability; what kind, with how many claims,
 * granted and kept alive, says more. Inventions are published 18 months after filing, the others at grant.
 */
final class PatentEmitter implements Emitter {
    private static final int MONTHS_BACK = 120;
    private static final int MOST_PATENTS = 60;

    /** A fee is paid at most so many days ahead. */
    private static final int PAID_AHEAD_DAYS = 60;

    /** A fee may be paid so late, with a surcharge, before the patent lapses (专利法实施细则 art. 115). */
    private static final int GRACE_MONTHS = 6;

    @Override
    public void emit(Firm firm, SignalLog log) {
        if (firm.discloses(Source.PATENTS)) {
            new Portfolio(firm, log).build();
        }
    }

    /** One firm's patents. */
    private static final class Portfolio {
        private final Firm firm;
        private final SignalLog log;
        private final RandomStream random;
        private final RandomStream details;
        private final double perMonth;
        private final double bought;
        private int number;

        Portfolio(Firm firm, SignalLog log) {
            this.firm = firm;
            this.log = log;
            this.random = firm.random(Purpose.PATENTS);
            this.details = firm.random(Purpose.PATENT_DETAILS);
            double zeal = random.noise(0.7) * (firm.traits().industry().isManufacturing() ? 1 : 0.6);
            this.perMonth = 0.085 * zeal * Math.sqrt(firm.traits().staff() / 28);
            this.bought = 0.08 * random.noise(0.8);
        }

        void build() {
            int from = Math.max(-MONTHS_BACK, firm.traits().entryMonth() + random.days(10, 80));
            for (int t = from; t < WorldCalendar.MONTHS && number < MOST_PATENTS; t++) {
                dress(t);
                double technology = firm.latent().technology(t);
                int filed = random.poisson(perMonth * Math.exp(0.20 * technology));
                for (int i = 0; i < filed; i++) {
                    file(t, technology);
                }
            }
        }

        /** Patents for a certificate's sake: many at once with few claims, or bought from others. */
        private void dress(int t) {
            firm.gaming().dressing().filter(made -> made.month() == t).ifPresent(made -> {
                boolean burst = made.trick() == Gaming.Trick.PATENT_BURST;
                int count = burst ? details.between(8, 16) : details.between(3, 6);
                for (int i = 0; i < count; i++) {
                    number++;
                    LocalDate day = firm.calendar().firstDay(t).plusDays(details.between(0, 27));
                    if (burst) {
                        worthless(day);
                    } else {
                        buy(day);
                    }
                }
            });
        }

        private void worthless(LocalDate filed) {
            Life life = new Life(no(filed), PatentType.UTILITY_MODEL, filed);
            LocalDate granted = filed.plusDays(details.between(170, 280));
            log.add(patent(life, granted, details.between(1, 3), Origin.ORIGINAL));
            event(life, PatentEventType.GRANTED, granted, 7);
        }

        private void buy(LocalDate day) {
            LocalDate filed = day.minusDays(details.between(500, 1500));
            Life life = new Life(no(filed), PatentType.UTILITY_MODEL, filed);
            log.add(patent(life, day, details.between(2, 7), Origin.ACQUIRED));
            event(life, PatentEventType.GRANTED, filed.plusDays(200), 7);
            event(life, PatentEventType.ACQUIRED, day, 20);
        }

        private String no(LocalDate filed) {
            return String.format(Locale.ROOT, "CN%d%07d%03d", filed.getYear(), index(), number);
        }

        private Patent patent(Life life, LocalDate known, int claims, Origin origin) {
            boolean invention = life.type() == PatentType.INVENTION;
            double technology = firm.latent().technology(monthOf(known));
            return new Patent(
                    log.header(life.filed(), known, Source.PATENTS),
                    life.number(),
                    life.type(),
                    firm.traits().industry().ipc(),
                    claims,
                    origin,
                    Optional.of(life.number() + (invention ? "A" : "U")),
                    OptionalInt.of(details.poisson(invention ? 5 : 1.5)),
                    OptionalInt.of(0),
                    OptionalInt.of(invention ? details.poisson(Math.exp(-2.4 + 0.8 * technology)) : 0),
                    details.chance(0.9) ? Optional.of(details.chance(0.75)) : Optional.empty());
        }

        /** Some years on, later patents cite it: the same patent, told again. */
        private void cited(Life life, Patent first) {
            double technology = firm.latent().technology(monthOf(life.filed()));
            int citations = details.poisson(Math.exp(0.5 + 0.7 * technology));
            LocalDate again = life.filed().plusDays(details.between(1500, 2400));
            if (citations > 0 && first.type() == PatentType.INVENTION) {
                SignalHeader later = log.header(life.filed(), again, Source.PATENTS);
                if (later.knownAt().isAfter(first.knownAt())) {
                    log.restate(
                            new Patent(
                                    later,
                                    first.applicationNo(),
                                    first.type(),
                                    first.ipc(),
                                    first.claims(),
                                    first.origin(),
                                    first.publicationNo(),
                                    first.backwardCitations(),
                                    OptionalInt.of(citations),
                                    first.familyOffices(),
                                    first.mainBusiness()),
                            again);
                }
            }
        }

        private int monthOf(LocalDate day) {
            return Math.min(WorldCalendar.MONTHS - 1, firm.calendar().indexOf(day));
        }

        private void file(int t, double technology) {
            number++;
            LocalDate filed = firm.calendar().firstDay(t).plusDays(random.between(0, 27));
            PatentType type = type(technology);
            int claims = Math.max(1, (int) Math.round(random.normal(claimsOf(type) + 1.6 * technology, 2)));
            boolean acquired = random.chance(Math.min(0.6, bought * Math.exp(-0.3 * technology)));
            int owned = acquired ? random.between(400, 1500) : 0;
            Life life = new Life(no(filed), type, filed);
            LocalDate granted = filed.plusDays(daysToGrant(type));
            boolean dies = random.chanceOfLogit(type == PatentType.INVENTION ? -0.9 - 0.5 * technology : -3);
            LocalDate published =
                    type == PatentType.INVENTION ? filed.plusMonths(18).plusDays(random.between(0, 9)) : granted;
            if (dies && type != PatentType.INVENTION) {
                return;
            }
            LocalDate known = acquired && filed.plusDays(owned).isAfter(published) ? filed.plusDays(owned) : published;
            Patent first = patent(life, known, claims, acquired ? Origin.ACQUIRED : Origin.ORIGINAL);
            log.add(first);
            cited(life, first);
            if (acquired) {
                event(life, PatentEventType.ACQUIRED, filed.plusDays(owned), 20);
            }
            event(life, dies ? PatentEventType.WITHDRAWN : PatentEventType.GRANTED, granted, Math.max(7, owned / 60));
            if (!dies) {
                keep(life, granted);
            }
        }

        private int index() {
            return firm.seed().index() + 1;
        }

        /** The yearly fee decides whether a granted patent lives on; some are pledged or licensed on the way. */
        private void keep(Life life, LocalDate granted) {
            for (int year = life.feeYearAfter(granted); year < life.type().termYears(); year++) {
                LocalDate due = life.fee(year);
                int t = Math.min(WorldCalendar.MONTHS - 1, firm.calendar().indexOf(due));
                double technology = firm.latent().technology(t);
                double strain =
                        t < firm.traits().firstMonth() ? 0 : firm.latent().strain(t);
                double keen = life.type() == PatentType.INVENTION ? -1.2 : 0;
                if (random.chanceOfLogit(-3.1 + keen - 0.5 * technology + 0.35 * strain)) {
                    event(life, PatentEventType.FEE_LAPSED, due.plusMonths(GRACE_MONTHS), random.between(10, 40));
                    return;
                }
                // Told from the months of grace before the first observation on, or all would look overdue there.
                if (t >= WorldCalendar.BURN_IN - GRACE_MONTHS) {
                    event(life, PatentEventType.FEE_PAID, due.minusDays(details.between(1, PAID_AHEAD_DAYS)), 15);
                }
                if (random.chanceOfLogit(-4.6 + 0.5 * technology)) {
                    PatentEventType used = random.chance(0.6) ? PatentEventType.PLEDGED : PatentEventType.LICENSED;
                    event(life, used, due.plusDays(random.between(5, 200)), random.between(7, 30));
                }
                if (lifted(life, due, technology, strain)) {
                    return;
                }
            }
        }

        /** What seldom happens to a patent in a year; true when it left the firm. */
        private boolean lifted(Life life, LocalDate due, double technology, double strain) {
            LocalDate day = due.plusDays(details.between(5, 300));
            if (details.chanceOfLogit(-5.2 + 0.4 * strain)) {
                event(life, PatentEventType.DISPUTE_OPENED, day, 30);
                event(life, PatentEventType.DISPUTE_CLOSED, day.plusDays(details.between(120, 500)), 30);
            }
            if (life.type() == PatentType.INVENTION && details.chanceOfLogit(-6.2 + 0.9 * technology)) {
                event(life, PatentEventType.AWARDED, day, 20);
            }
            if (details.chanceOfLogit(-5.6 + 0.6 * strain)) {
                event(life, PatentEventType.TRANSFERRED_OUT, day, 25);
                return true;
            }
            return false;
        }

        private void event(Life life, PatentEventType type, LocalDate day, int lag) {
            int t = Math.max(firm.traits().firstMonth(), monthOf(day));
            double price = firm.activity().level(t) * details.uniform(0.05, 1.5);
            log.add(new PatentEvent(
                    log.header(day, day.plusDays(lag), Source.PATENTS),
                    life.number(),
                    type,
                    counterparty(type),
                    isPriced(type) && details.chance(0.8) ? Optional.of(Money.ofYuan(price)) : Optional.empty(),
                    nextFee(life, type, day),
                    type == PatentEventType.LICENSED
                            ? Optional.of(LicenceType.values()[details.between(0, LicenceType.values().length - 1)])
                            : Optional.empty()));
        }

        private static Optional<String> counterparty(PatentEventType type) {
            return switch (type) {
                case PLEDGED -> Optional.of("合成银行");
                case LICENSED, TRANSFERRED_OUT, ACQUIRED, DISPUTE_OPENED -> Optional.of("合成科技对方公司");
                case GRANTED,
                        WITHDRAWN,
                        FEE_LAPSED,
                        RESTORED,
                        INVALIDATED,
                        PLEDGE_RELEASED,
                        FEE_PAID,
                        DISPUTE_CLOSED,
                        AWARDED -> Optional.empty();
            };
        }

        private static boolean isPriced(PatentEventType type) {
            return type == PatentEventType.PLEDGED
                    || type == PatentEventType.LICENSED
                    || type == PatentEventType.TRANSFERRED_OUT
                    || type == PatentEventType.ACQUIRED;
        }

        /** The day of the fee that this event leaves to pay: {@link #keep} walks the same days. */
        private static Optional<LocalDate> nextFee(Life life, PatentEventType type, LocalDate day) {
            return type == PatentEventType.GRANTED || type == PatentEventType.FEE_PAID
                    ? Optional.of(life.fee(life.feeYearAfter(day)))
                    : Optional.empty();
        }

        private PatentType type(double technology) {
            if (random.chanceOfLogit(-0.9 + 0.75 * technology)) {
                return PatentType.INVENTION;
            }
            return random.chance(0.82) ? PatentType.UTILITY_MODEL : PatentType.DESIGN;
        }

        private static double claimsOf(PatentType type) {
            return switch (type) {
                case INVENTION -> 8.5;
                case UTILITY_MODEL -> 6;
                case DESIGN -> 1;
            };
        }

        private int daysToGrant(PatentType type) {
            return switch (type) {
                case INVENTION -> random.between(600, 1200);
                case UTILITY_MODEL -> random.between(170, 320);
                case DESIGN -> random.between(130, 240);
            };
        }
    }

    /** One patent from filing to the end of its term. */
    private record Life(String number, PatentType type, LocalDate filed) {
        /** The fee for the year that begins on this anniversary of the filing falls due on it. */
        LocalDate fee(int year) {
            return filed.plusYears(year);
        }

        /** The first year whose fee a grant or a payment on that day does not cover. */
        int feeYearAfter(LocalDate day) {
            return Math.toIntExact(ChronoUnit.YEARS.between(filed, day.plusDays(PAID_AHEAD_DAYS))) + 1;
        }
    }
}
