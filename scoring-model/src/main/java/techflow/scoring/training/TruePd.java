package techflow.scoring.training;

import java.util.OptionalDouble;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;

/** The true 12-month PD of a synthetic firm at an instant; empty when it is not known. */
@FunctionalInterface
public interface TruePd {
    /** For real firms. */
    TruePd UNKNOWN = (enterprise, asOf) -> OptionalDouble.empty();

    OptionalDouble of(EnterpriseId enterprise, AsOf asOf);
}
