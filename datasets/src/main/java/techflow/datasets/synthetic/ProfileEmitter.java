package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.Locale;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.Money;

/** The registration, with a name that nobody can take for a real firm's, and sometimes a raised capital. */
final class ProfileEmitter implements Emitter {
    private static final double CAPITAL_RAISED = 0.12;

    @Override
    public void emit(Firm firm, SignalLog log) {
        if (!firm.discloses(Source.PROFILE)) {
            return;
        }
        RandomStream random = firm.random(Purpose.PROFILE);
        LocalDate established = firm.traits().establishedOn();
        double capital = firm.traits().capital();
        log.add(profile(firm, log, established.plusDays(random.between(1, 15)), capital));
        if (random.chance(CAPITAL_RAISED)) {
            int from = firm.traits().firstMonth();
            LocalDate raised = firm.calendar().firstDay(random.between(from, WorldCalendar.MONTHS - 1));
            log.restate(profile(firm, log, raised.plusDays(random.between(20, 40)), capital * 2), raised);
        }
    }

    private static EnterpriseProfile profile(Firm firm, SignalLog log, LocalDate published, double capital) {
        Traits traits = firm.traits();
        return new EnterpriseProfile(
                log.header(traits.establishedOn(), published, Source.PROFILE),
                String.format(Locale.ROOT, "合成科技%06d有限公司", firm.seed().index() + 1),
                traits.industry().name(),
                traits.field(),
                traits.province().code(),
                traits.establishedOn(),
                Money.ofYuan(capital));
    }
}
