package techflow.scoring.registry;

/**
 * One line of the ledger.
 *
 * @param alias which role changed hands
 * @param sha256 which model bears it from now on
 * @param action how that came
 * @param change who, why and when
 */
public record ModelEvent(ModelAlias alias, String sha256, Action action, Change change) {
    /** How an alias changes hands. */
    public enum Action {
        /** A model is given the alias. */
        PROMOTE,
        /** The alias goes back to the model that bore it before. */
        ROLLBACK
    }
}
