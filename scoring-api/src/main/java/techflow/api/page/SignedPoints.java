package techflow.api.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points for people: one decimal and their sign. */
final class SignedPoints {
    private SignedPoints() {}

    /** Such as {@code −18.2} or {@code +3.0}; 0 has no sign. */
    static String of(BigDecimal points) {
        BigDecimal rounded = points.setScale(1, RoundingMode.HALF_UP);
        String digits = rounded.abs().toPlainString();
        return switch (rounded.signum()) {
            case 1 -> "+" + digits;
            case -1 -> "−" + digits;
            default -> digits;
        };
    }
}
