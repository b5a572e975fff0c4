package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;

/**
 * A firm as the emitters see it.
 *
 * @param defaultedOn day of default; an ordinary emitter must not look at it, {@link SignalLog} cuts for all
 */
record Firm(
        FirmSeed seed,
        EnterpriseId id,
        Traits traits,
        LatentPath latent,
        Activity activity,
        Map<Source, Coverage> coverage,
        WorldCalendar calendar,
        Gaming gaming,
        Optional<LocalDate> defaultedOn) {
    /** The first world month of monthly history. */
    int historyFrom() {
        return Math.max(WorldCalendar.BURN_IN, traits.firstMonth());
    }

    boolean discloses(Source source) {
        return coverage.get(source) == Coverage.DISCLOSED;
    }

    RandomStream random(RandomStream.Purpose purpose) {
        return RandomStream.of(seed, purpose);
    }

    /** The first world month that can default: observed, and a whole month old. */
    static int firstMonthAtRisk(Traits traits) {
        return Math.max(WorldCalendar.BURN_IN + 1, traits.firstMonth() + 1);
    }
}
