package techflow.scoring.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal text, the same in every locale. */
final class Numbers {
    private static final int GROUP = 3;

    private Numbers() {}

    /** Rounded half up to at most so many decimals, without trailing zeros. */
    static String plain(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Rounded to a whole number, with a comma at each thousand. */
    static String grouped(double value) {
        String digits = plain(Math.abs(value), 0);
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - GROUP; i > 0; i -= GROUP) {
            text.insert(i, ',');
        }
        return value < 0 && !digits.equals("0") ? "-" + text : text.toString();
    }
}
