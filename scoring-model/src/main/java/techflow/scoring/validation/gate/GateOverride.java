package techflow.scoring.validation.gate;

/**
 * Somebody's answer for a gate that failed.
 *
 * @param figure the gate
 * @param by who answers for it; not who trained the model
 * @param reason why the model may be used all the same
 */
public record GateOverride(Figure figure, String by, String reason) {
    public GateOverride {
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("the override of " + figure.word()
                    + " needs a person and a reason, found \"" + by + "\" and \"" + reason + "\"");
        }
    }
}
