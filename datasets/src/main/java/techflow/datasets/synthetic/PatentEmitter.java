package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.Locale;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;

/**
 * Patents and their legal events. How many a firm files says little of its ability; what kind, with how many claims,
 * granted and kept alive, says more. Inventions are published 18 months after filing, the others at grant.
 */
final class PatentEmitter implements Emitter {
    private static final int MONTHS_BACK = 120;
    private static final int MOST_PATENTS = 60;

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
        private final double perMonth;
        private final double bought;
        private int number;

        Portfolio(Firm firm, SignalLog log) {
            this.firm = firm;
            this.log = log;
            this.random = firm.random(Purpose.PATENTS);
            double zeal = random.noise(0.7) * (firm.traits().industry().isManufacturing() ? 1 : 0.6);
            this.perMonth = 0.085 * zeal * Math.sqrt(firm.traits().staff() / 28);
            this.bought = 0.08 * random.noise(0.8);
        }

        void build() {
            int from = Math.max(-MONTHS_BACK, firm.traits().entryMonth() + random.days(10, 80));
            for (int t = from; t < WorldCalendar.MONTHS && number < MOST_PATENTS; t++) {
                double technology = firm.latent().technology(t);
                int filed = random.poisson(perMonth * Math.exp(0.20 * technology));
                for (int i = 0; i < filed; i++) {
                    file(t, technology);
                }
            }
        }

        private void file(int t, double technology) {
            number++;
            LocalDate filed = firm.calendar().firstDay(t).plusDays(random.between(0, 27));
            PatentType type = type(technology);
            int claims = Math.max(1, (int) Math.round(random.normal(claimsOf(type) + 1.6 * technology, 2)));
            boolean acquired = random.chance(Math.min(0.6, bought * Math.exp(-0.3 * technology)));
            int owned = acquired ? random.between(400, 1500) : 0;
            Life life =
                    new Life(String.format(Locale.ROOT, "CN%d%07d%03d", filed.getYear(), index(), number), type, filed);
            LocalDate granted = filed.plusDays(daysToGrant(type));
            boolean dies = random.chanceOfLogit(type == PatentType.INVENTION ? -0.9 - 0.5 * technology : -3);
            LocalDate published =
                    type == PatentType.INVENTION ? filed.plusMonths(18).plusDays(random.between(0, 9)) : granted;
            if (dies && type != PatentType.INVENTION) {
                return;
            }
            LocalDate known = acquired && filed.plusDays(owned).isAfter(published) ? filed.plusDays(owned) : published;
            log.add(new Patent(
                    log.header(filed, known, Source.PATENTS),
                    life.number(),
                    type,
                    firm.traits().industry().ipc(),
                    claims,
                    acquired ? Origin.ACQUIRED : Origin.ORIGINAL));
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
            for (LocalDate due = granted.plusYears(1); due.isBefore(life.ends()); due = due.plusYears(1)) {
                int t = Math.min(WorldCalendar.MONTHS - 1, firm.calendar().indexOf(due));
                double technology = firm.latent().technology(t);
                double strain =
                        t < firm.traits().firstMonth() ? 0 : firm.latent().strain(t);
                double keen = life.type() == PatentType.INVENTION ? -1.2 : 0;
                if (random.chanceOfLogit(-3.1 + keen - 0.5 * technology + 0.35 * strain)) {
                    event(life, PatentEventType.FEE_LAPSED, due.plusMonths(6), random.between(10, 40));
                    return;
                }
                if (random.chanceOfLogit(-4.6 + 0.5 * technology)) {
                    PatentEventType used = random.chance(0.6) ? PatentEventType.PLEDGED : PatentEventType.LICENSED;
                    event(life, used, due.plusDays(random.between(5, 200)), random.between(7, 30));
                }
            }
        }

        private void event(Life life, PatentEventType type, LocalDate day, int lag) {
            log.add(new PatentEvent(log.header(day, day.plusDays(lag), Source.PATENTS), life.number(), type));
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
        LocalDate ends() {
            return filed.plusYears(type.termYears());
        }
    }
}
