package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.EnterpriseId;

/**
 * Draws firm {@code i} of an economy: traits, hidden path, then the default from the path's hazards by a stream of its
 * own. A firm that fails before the observation begins is not in the population; it is drawn again.
 */
final class FirmDraw {
    private final EconomySettings settings;
    private final long defaultSalt;
    private final WorldCalendar calendar;
    private final CommonPath common;

    /** @param defaultSalt added to the seed of the default draw alone; 0 but in tests */
    FirmDraw(EconomySettings settings, long defaultSalt) {
        this.settings = settings;
        this.defaultSalt = defaultSalt;
        this.calendar = new WorldCalendar(settings.until());
        this.common = new CommonPath(settings.seed());
    }

    Firm draw(int index) {
        for (int attempt = 0; ; attempt++) {
            FirmSeed seed = new FirmSeed(settings.seed(), index, attempt);
            Traits traits = TraitsDraw.draw(calendar, RandomStream.of(seed, Purpose.TRAITS));
            LatentPath latent = new LatentPath(traits, common, RandomStream.of(seed, Purpose.LATENT));
            if (survivesUntilObserved(traits, latent, RandomStream.of(seed, Purpose.SURVIVAL))) {
                return firm(seed, traits, latent);
            }
        }
    }

    private Firm firm(FirmSeed seed, Traits traits, LatentPath latent) {
        FirmSeed defaultSeed = new FirmSeed(seed.seed() + defaultSalt, seed.index(), seed.attempt());
        return new Firm(
                seed,
                idOf(seed.index()),
                traits,
                latent,
                new Activity(traits, latent, calendar, RandomStream.of(seed, Purpose.ACTIVITY)),
                CoverageDraw.draw(traits, RandomStream.of(seed, Purpose.COVERAGE)),
                calendar,
                Gaming.draw(traits, latent, calendar, RandomStream.of(seed, Purpose.GAMING)),
                defaultedOn(traits, latent, RandomStream.of(defaultSeed, Purpose.DEFAULT)));
    }

    /** The code of firm {@code index}: ascending with it. */
    static EnterpriseId idOf(int index) {
        return EnterpriseId.placeholder(String.format(Locale.ROOT, "TF%06d", index + 1));
    }

    private static boolean survivesUntilObserved(Traits traits, LatentPath latent, RandomStream random) {
        for (int t = traits.firstMonth() + 1; t <= WorldCalendar.BURN_IN; t++) {
            if (random.chance(latent.monthlyHazard(t))) {
                return false;
            }
        }
        return true;
    }

    private Optional<LocalDate> defaultedOn(Traits traits, LatentPath latent, RandomStream random) {
        for (int t = Firm.firstMonthAtRisk(traits); t < WorldCalendar.MONTHS; t++) {
            if (random.chance(latent.monthlyHazard(t))) {
                YearMonth month = calendar.month(t);
                return Optional.of(month.atDay(random.between(1, month.lengthOfMonth())));
            }
        }
        return Optional.empty();
    }
}
