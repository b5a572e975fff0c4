package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.Locale;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.Certificate;
import techflow.features.signal.Certificate.CertificateType;

/** Technology certificates, applied for once a year where the firm's technology and size allow, known after a month. */
final class CertificateEmitter implements Emitter {
    private static final int YEARS_VALID = 3;

    @Override
    public void emit(Firm firm, SignalLog log) {
        if (firm.discloses(Source.CERTIFICATES)) {
            new Shelf(firm, log).fill();
        }
    }

    /** One firm's certificates. */
    private static final class Shelf {
        private final Firm firm;
        private final SignalLog log;
        private final RandomStream random;
        private final double ambition;

        Shelf(Firm firm, SignalLog log) {
            this.firm = firm;
            this.log = log;
            this.random = firm.random(Purpose.CERTIFICATES);
            this.ambition = 0.9 * random.normal() + 0.5 * Math.log(firm.traits().staff() / 28);
        }

        void fill() {
            for (CertificateType type : CertificateType.values()) {
                LocalDate heldUntil = firm.traits().establishedOn();
                for (int t = firm.traits().firstMonth(); t < WorldCalendar.MONTHS; t++) {
                    LocalDate day = firm.calendar().firstDay(t).plusDays(random.between(0, 27));
                    if (day.getMonthValue() == awardMonth(type)
                            && !day.isBefore(heldUntil.minusMonths(1))
                            && wins(type, t)) {
                        heldUntil = award(type, day);
                    }
                }
            }
        }

        private boolean wins(CertificateType type, int t) {
            boolean oldEnough = firm.traits().ageMonths(t) >= leastAgeMonths(type);
            double dressed = type == CertificateType.HIGH_TECH_ENTERPRISE
                            && firm.gaming().dressedFor(t)
                    ? 2
                    : 0;
            double chance = hurdle(type) + dressed + 0.75 * firm.latent().technology(t) + 0.8 * ambition;
            return random.chanceOfLogit(chance) && oldEnough;
        }

        private LocalDate award(CertificateType type, LocalDate day) {
            LocalDate until = type == CertificateType.TECHNOLOGY_SME
                    ? LocalDate.of(day.getYear() + 1, 1, 1)
                    : day.plusYears(YEARS_VALID);
            log.add(new Certificate(
                    log.header(day, day.plusDays(random.between(15, 45)), Source.CERTIFICATES),
                    type,
                    String.format(
                            Locale.ROOT,
                            "%s%d%06d",
                            prefix(type),
                            day.getYear(),
                            firm.seed().index() + 1),
                    day,
                    until));
            return until;
        }

        private static double hurdle(CertificateType type) {
            return switch (type) {
                case HIGH_TECH_ENTERPRISE -> -0.9;
                case TECHNOLOGY_SME -> 0;
                case INNOVATIVE_SME -> -1.6;
                case SPECIALISED_SME -> -2.6;
                case LITTLE_GIANT -> -5.4;
            };
        }

        private static int leastAgeMonths(CertificateType type) {
            return switch (type) {
                case HIGH_TECH_ENTERPRISE -> 12;
                case TECHNOLOGY_SME, INNOVATIVE_SME -> 6;
                case SPECIALISED_SME -> 24;
                case LITTLE_GIANT -> 36;
            };
        }

        private static int awardMonth(CertificateType type) {
            return switch (type) {
                case HIGH_TECH_ENTERPRISE -> 11;
                case TECHNOLOGY_SME -> 5;
                case INNOVATIVE_SME -> 6;
                case SPECIALISED_SME -> 9;
                case LITTLE_GIANT -> 7;
            };
        }

        private static String prefix(CertificateType type) {
            return switch (type) {
                case HIGH_TECH_ENTERPRISE -> "GR";
                case TECHNOLOGY_SME -> "KJ";
                case INNOVATIVE_SME -> "CX";
                case SPECIALISED_SME -> "ZJ";
                case LITTLE_GIANT -> "XJ";
            };
        }
    }
}
