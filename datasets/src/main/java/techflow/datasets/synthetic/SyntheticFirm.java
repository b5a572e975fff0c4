package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;

/**
 * A synthetic firm with all that is known and all that is true about it.
 *
 * @param id a placeholder code
 * @param signals its signals, every version, ordered by {@code knownAt}
 * @param defaultedOn day of default, empty when it was alive at the end
 * @param truth the true PD of every observed month at whose end it was alive, ascending
 * @param coverage which sources tell about it
 */
public record SyntheticFirm(
        EnterpriseId id,
        List<Signal> signals,
        Optional<LocalDate> defaultedOn,
        List<TruthPoint> truth,
        Map<Source, Coverage> coverage) {
    public SyntheticFirm {
        signals = List.copyOf(signals);
        truth = List.copyOf(truth);
        coverage = Map.copyOf(coverage);
    }
}
