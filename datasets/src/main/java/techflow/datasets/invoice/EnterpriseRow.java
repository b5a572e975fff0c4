package techflow.datasets.invoice;

import java.util.Optional;
import techflow.features.signal.EnterpriseId;

/**
 * An enterprise of the ledger.
 *
 * @param code its code in the ledger
 * @param id the code it goes under from here on
 * @param name its name, blanked by whoever published the ledger
 * @param bad whether it defaulted, empty when not known
 * @param bankRating the bank's own rating, never a signal; empty when not known
 */
record EnterpriseRow(String code, EnterpriseId id, String name, Optional<Boolean> bad, Optional<String> bankRating) {}
