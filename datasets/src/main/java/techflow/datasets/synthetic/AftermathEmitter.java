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
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.RegistryEvent.RegistryEventType;

/**
 * What follows a default, all of it dated on or after that day: suits, enforcement, frozen equity, and for some firms
 * the end. The only emitter that looks at the default.
 */
final class AftermathEmitter implements Emitter {
    @Override
    public void emit(Firm firm, SignalLog log) {
        firm.defaultedOn().ifPresent(day -> new Life(firm, log, firm.random(Purpose.AFTERMATH)).run(day));
    }

    /** One firm after its default. */
    private record Life(Firm firm, SignalLog log, RandomStream random) {
        void run(LocalDate day) {
            court(day, Role.DEFENDANT, 0.75, random.between(10, 90));
            court(day, Role.ENFORCED, 0.50, random.between(90, 300));
            court(day, Role.DISHONEST, 0.25, random.between(200, 420));
            frozen(day, 0.35, random.between(20, 150));
            entry(day, RegistryEventType.LEGAL_REPRESENTATIVE_CHANGED, 0.15, random.between(20, 200));
            entry(day, RegistryEventType.DEREGISTERED, 0.25, random.between(180, 540));
            entry(day, RegistryEventType.LICENCE_REVOKED, 0.08, random.between(400, 800));
        }

        private void court(LocalDate day, Role role, double chance, int delay) {
            boolean happens = random.chance(chance);
            LocalDate on = day.plusDays(delay);
            int lag = random.between(10, 60);
            int month = Math.max(firm.traits().firstMonth(), firm.calendar().indexOf(day) - 1);
            double amount = firm.activity().level(month) * random.noise(0.8);
            if (happens && firm.discloses(Source.COURTS)) {
                log.aftermath(new CourtRecord(
                        log.header(on, on.plusDays(lag), Source.COURTS),
                        String.format(
                                Locale.ROOT,
                                "(%d)合成执%s号",
                                on.getYear(),
                                role.name().charAt(0)),
                        role,
                        Money.ofYuan(amount),
                        CourtRecord.Status.OPEN));
            }
        }

        private void frozen(LocalDate day, double chance, int delay) {
            boolean happens = random.chance(chance);
            LocalDate on = day.plusDays(delay);
            if (happens && firm.discloses(Source.REGISTRY)) {
                log.aftermath(new Encumbrance(
                        log.header(on, on.plusDays(7), Source.REGISTRY),
                        String.format(Locale.ROOT, "DJ%d-EQUITY", on.getYear()),
                        EncumbranceType.EQUITY_FREEZE,
                        Money.ZERO,
                        "合成市人民法院",
                        Optional.of(on.plusYears(3)),
                        Encumbrance.Status.STANDING));
            }
        }

        private void entry(LocalDate day, RegistryEventType type, double chance, int delay) {
            boolean happens = random.chance(chance);
            LocalDate on = day.plusDays(delay);
            if (happens && firm.discloses(Source.REGISTRY)) {
                log.aftermath(new RegistryEvent(
                        log.header(on, on.plusDays(7), Source.REGISTRY),
                        String.format(Locale.ROOT, "SC%d-%s", on.getYear(), type.name()),
                        type));
            }
        }
    }
}
