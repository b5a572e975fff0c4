package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.CourtRecord;
import techflow.features.signal.CourtRecord.Role;
import techflow.features.signal.Encumbrance;
import techflow.features.signal.Encumbrance.EncumbranceType;
import techflow.features.signal.Money;
import techflow.features.signal.Penalty;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.RegistryEvent.RegistryEventType;

/** Registry entries, penalties and court matters of a firm's ordinary life, published 3 to 60 days after they happen. */
final class ConductEmitter implements Emitter {
    @Override
    public void emit(Firm firm, SignalLog log) {
        new Life(firm, log).run();
    }

    /**
     * How often an entry is made.
     *
     * @param perYear in a year of no strain
     * @param slope what one unit of strain adds to the log of the rate
     */
    private record Rate(double perYear, double slope) {
        boolean happens(double strain, RandomStream random) {
            return random.chance(Math.min(0.5, perYear / 12 * Math.exp(slope * strain)));
        }
    }

    /** One firm's conduct. */
    private static final class Life {
        private static final Rate PENALTY = new Rate(0.050, 0.60);
        private static final Rate PLAINTIFF = new Rate(0.10, 0.05);
        private static final Rate DEFENDANT = new Rate(0.08, 0.85);
        private static final Rate ENFORCED = new Rate(0.012, 1.2);
        private static final Rate DISHONEST = new Rate(0.0016, 1.3);

        private final Firm firm;
        private final SignalLog log;
        private final RandomStream random;
        private int number;

        Life(Firm firm, SignalLog log) {
            this.firm = firm;
            this.log = log;
            this.random = firm.random(Purpose.CONDUCT);
        }

        void run() {
            Strain strain =
                    new Strain(firm.latent(), 0.7 * firm.traits().habits().conduct(), 0.4, random);
            for (int t = firm.traits().firstMonth(); t < WorldCalendar.MONTHS; t++) {
                double pressure = strain.next(t);
                registry(t, pressure);
                encumbrances(t, pressure);
                if (PENALTY.happens(pressure, random)) {
                    penalty(day(t));
                }
                court(t, Role.PLAINTIFF, PLAINTIFF, pressure);
                court(t, Role.DEFENDANT, DEFENDANT, pressure);
                court(t, Role.ENFORCED, ENFORCED, pressure);
                court(t, Role.DISHONEST, DISHONEST, pressure);
            }
        }

        private LocalDate day(int t) {
            return firm.calendar().firstDay(t).plusDays(random.between(0, 27));
        }

        private static Rate rate(RegistryEventType type) {
            return switch (type) {
                case LEGAL_REPRESENTATIVE_CHANGED -> new Rate(0.045, 0.45);
                case ADDRESS_CHANGED -> new Rate(0.07, 0.05);
                case CAPITAL_CHANGED -> new Rate(0.05, -0.15);
                case SHAREHOLDER_CHANGED -> new Rate(0.07, 0.10);
                case SERIOUS_LISTED -> new Rate(0.0006, 0.9);
                // The annual report makes and ends these listings; removal and closing follow from other entries.
                case ABNORMAL_LISTED, ABNORMAL_REMOVED, SERIOUS_REMOVED, DEREGISTERED, LICENCE_REVOKED ->
                    new Rate(0, 0);
            };
        }

        private static Rate rate(EncumbranceType type) {
            return switch (type) {
                case EQUITY_PLEDGE -> new Rate(0.025, 0.45);
                case EQUITY_FREEZE -> new Rate(0.006, 1.1);
                case CHATTEL_MORTGAGE -> new Rate(0.035, 0.30);
                case ACCOUNT_FREEZE -> new Rate(0.004, 1.2);
                case ASSET_PRESERVATION -> new Rate(0.010, 0.95);
            };
        }

        private void encumbrances(int t, double pressure) {
            for (EncumbranceType type : EncumbranceType.values()) {
                if (rate(type).happens(pressure, random)) {
                    encumbrance(type, day(t), firm.activity().level(t) * 2 * random.noise(0.8));
                }
            }
        }

        /** Bound for a term, and as a rule released before it ends. */
        private void encumbrance(EncumbranceType type, LocalDate day, double amount) {
            int lag = random.between(3, 20);
            LocalDate released = day.plusDays(120 + random.days(200, 700));
            Optional<LocalDate> until = Optional.of(day.plusYears(type == EncumbranceType.ACCOUNT_FREEZE ? 1 : 3));
            number++;
            if (firm.discloses(Source.REGISTRY)) {
                Encumbrance standing = new Encumbrance(
                        log.header(day, day.plusDays(lag), Source.REGISTRY),
                        String.format(Locale.ROOT, "DJ%d-%04d", day.getYear(), number),
                        type,
                        Money.ofYuan(amount),
                        type == EncumbranceType.EQUITY_PLEDGE || type == EncumbranceType.CHATTEL_MORTGAGE
                                ? "合成银行"
                                : "合成市人民法院",
                        until,
                        Encumbrance.Status.STANDING);
                log.add(standing);
                log.restate(
                        new Encumbrance(
                                log.header(day, released.plusDays(lag), Source.REGISTRY),
                                standing.reference(),
                                type,
                                standing.amount(),
                                standing.party(),
                                until,
                                Encumbrance.Status.RELEASED),
                        released);
            }
        }

        private void registry(int t, double pressure) {
            for (RegistryEventType type : RegistryEventType.values()) {
                if (rate(type).happens(pressure, random)) {
                    entry(day(t), type);
                }
            }
        }

        private void entry(LocalDate day, RegistryEventType type) {
            int lag = random.between(3, 20);
            number++;
            if (firm.discloses(Source.REGISTRY)) {
                log.add(new RegistryEvent(
                        log.header(day, day.plusDays(lag), Source.REGISTRY),
                        String.format(Locale.ROOT, "SC%d-%04d", day.getYear(), number),
                        type));
            }
        }

        private void penalty(LocalDate day) {
            boolean small = random.chance(0.55);
            double fine = small ? random.between(0, 10) * 500.0 : random.between(1, 40) * 5_000.0;
            int lag = random.between(7, 25);
            boolean repaired = random.chance(0.35);
            LocalDate mended = day.plusDays(random.between(120, 500));
            number++;
            LocalDate until =
                    small ? day.plusDays(lag).plusMonths(3) : day.plusDays(lag).plusYears(3);
            if (firm.discloses(Source.PENALTIES)) {
                log.add(penalty(day, day.plusDays(lag), fine, until, Penalty.Status.STANDING));
                if (repaired && !small) {
                    log.restate(penalty(day, mended.plusDays(5), fine, until, Penalty.Status.REPAIRED), mended);
                }
            }
        }

        private Penalty penalty(
                LocalDate day, LocalDate published, double fine, LocalDate until, Penalty.Status status) {
            return new Penalty(
                    log.header(day, published, Source.PENALTIES),
                    String.format(Locale.ROOT, "合成罚〔%d〕%d号", day.getYear(), number),
                    "市场监督管理局",
                    Money.ofYuan(fine),
                    until,
                    status);
        }

        private void court(int t, Role role, Rate rate, double pressure) {
            if (!rate.happens(pressure, random)) {
                return;
            }
            LocalDate day = day(t);
            double amount = firm.activity().level(t) * 0.8 * random.noise(1.0);
            int lag = random.between(10, 60);
            LocalDate ended = day.plusDays(60 + random.days(200 * Math.exp(0.2 * pressure), 1000));
            number++;
            if (firm.discloses(Source.COURTS)) {
                log.add(matter(day, day.plusDays(lag), role, amount, CourtRecord.Status.OPEN));
                log.restate(matter(day, ended.plusDays(lag), role, amount, CourtRecord.Status.CLOSED), ended);
            }
        }

        private CourtRecord matter(
                LocalDate day, LocalDate published, Role role, double amount, CourtRecord.Status status) {
            return new CourtRecord(
                    log.header(day, published, Source.COURTS),
                    String.format(Locale.ROOT, "(%d)合成民初%d号", day.getYear(), number),
                    role,
                    Money.ofYuan(amount),
                    status);
        }
    }
}
