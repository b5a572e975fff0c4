package techflow.scoring.technology.certificate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in words, the same in every locale. */
final class Figures {
    private static final double WAN = 1e4;
    private static final double MILLION = 1e6;

    private Figures() {}

    static String plain(double value) {
        return decimal(value, 1);
    }

    /** A share in per cent, to the hundredth, cut towards zero: 29.999 % must not read like the 30 % that it misses. */
    static Words percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(6, RoundingMode.HALF_UP);
        return Words.same(strip(percent.setScale(2, RoundingMode.DOWN)) + "%");
    }

    static Words money(double yuan) {
        return Words.of(decimal(yuan / WAN, 2) + "万元", "RMB " + decimal(yuan / MILLION, 4) + "m");
    }

    static Words years(double years) {
        return Words.of(decimal(years, 1) + "年", decimal(years, 1) + " years");
    }

    static Words persons(double persons) {
        return Words.of(plain(persons) + "人", plain(persons) + " persons");
    }

    static Words pieces(double pieces) {
        return Words.of(plain(pieces) + "项", plain(pieces));
    }

    private static String decimal(double value, int digits) {
        return strip(BigDecimal.valueOf(value).setScale(digits, RoundingMode.DOWN));
    }

    private static String strip(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
