package techflow.features.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * Cells to values. Text in the form that sources use, such as {@code 2026-10-31} or {@code 12345.67}, is read digit by
 * digit; whatever looks different goes to the parser of the JDK, which accepts or refuses it. A test holds the two
 * against each other.
 *
 * <p>A cell is a {@link CharSequence}, because a file hands over a stretch of its bytes, the database and the API a text.
 */
final class CellText {
    /** Decimal or scientific, without the spaces, suffixes and hexadecimal forms that Java reads as well. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

    private static final Pattern PLAIN_YUAN = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,20})?");

    /** A whole number of so many digits, and ten to that power, are exact as doubles, so that one division rounds right. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS_OF_TEN = powersOfTen();
    private static final int SAFE_INT_DIGITS = 9;
    private static final int SECONDS_PER_DAY = 86_400;

    private CellText() {}

    private static double[] powersOfTen() {
        double[] powers = new double[EXACT_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** @throws NumberFormatException when it is not a whole number within 32 bits */
    static int integer(CharSequence text) {
        int number = digits(text, 0, text.length());
        return text.length() <= SAFE_INT_DIGITS && number >= 0 ? number : Integer.parseInt(text.toString());
    }

    /**
     * A finite number, never −0.
     *
     * @throws NumberFormatException for anything else
     */
    static double number(CharSequence text) {
        int start = hasSign(text) ? 1 : 0;
        int point = pointOf(text);
        int digits = text.length() - start - (point < text.length() ? 1 : 0);
        if (digits >= 1 && digits <= EXACT_DIGITS && point > start && point != text.length() - 1) {
            long whole = longDigits(text, start, point);
            int decimals = Math.max(0, text.length() - point - 1);
            long part = decimals == 0 ? 0 : longDigits(text, point + 1, text.length());
            if (whole >= 0 && part >= 0) {
                double value = (whole * (long) POWERS_OF_TEN[decimals] + part) / POWERS_OF_TEN[decimals];
                return (text.charAt(0) == '-' ? -value : value) + 0.0;
            }
        }
        return numberOf(text.toString());
    }

    private static double numberOf(String text) {
        double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new NumberFormatException("a number must be finite and decimal, found " + text);
        }
        return value + 0.0; // -0.0 becomes 0.0: one value, one bit pattern
    }

    /**
     * Fen from plain decimal yuan; a third decimal is rounded half up.
     *
     * @throws NumberFormatException for anything else, exponents and more than 15 digits before the point included
     */
    static long fen(CharSequence yuan) {
        int start = hasSign(yuan) ? 1 : 0;
        int point = pointOf(yuan);
        int decimals = yuan.length() - point - 1;
        if (point - start >= 1 && point - start <= EXACT_DIGITS && decimals != 0 && decimals <= 2) {
            long whole = longDigits(yuan, start, point);
            long part = decimals < 0 ? 0 : longDigits(yuan, point + 1, yuan.length());
            if (whole >= 0 && part >= 0) {
                long fen = whole * 100 + (decimals == 1 ? 10 * part : part);
                return yuan.charAt(0) == '-' ? -fen : fen;
            }
        }
        return fenOf(yuan.toString());
    }

    private static long fenOf(String yuan) {
        if (!PLAIN_YUAN.matcher(yuan).matches()) {
            throw new NumberFormatException("an amount must be plain decimal yuan, found " + yuan);
        }
        return new BigDecimal(yuan)
                .setScale(2, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    /** @throws java.time.DateTimeException when it is no ISO date */
    static LocalDate date(CharSequence text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = digits(text, 0, 4);
            int month = digits(text, 5, 7);
            int day = digits(text, 8, 10);
            if ((year | month | day) >= 0) {
                return LocalDate.of(year, month, day);
            }
        }
        return LocalDate.parse(text);
    }

    /** @throws java.time.DateTimeException when it is no month such as 2026-09 */
    static YearMonth month(CharSequence text) {
        if (text.length() == 7 && text.charAt(4) == '-') {
            int year = digits(text, 0, 4);
            int month = digits(text, 5, 7);
            if ((year | month) >= 0) {
                return YearMonth.of(year, month);
            }
        }
        return YearMonth.from(LocalDate.parse(text + "-01"));
    }

    /** @throws java.time.DateTimeException when it is no ISO instant in UTC */
    static Instant instant(CharSequence text) {
        if (text.length() == 20
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == 'Z'
                && text.charAt(4) == '-'
                && text.charAt(7) == '-') {
            int hour = digits(text, 11, 13);
            int minute = digits(text, 14, 16);
            int second = digits(text, 17, 19);
            int year = digits(text, 0, 4);
            int month = digits(text, 5, 7);
            int date = digits(text, 8, 10);
            if ((hour | minute | second | year | month | date) >= 0 && hour < 24 && minute < 60 && second < 60) {
                long day = LocalDate.of(year, month, date).toEpochDay();
                return Instant.ofEpochSecond(day * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second);
            }
        }
        return Instant.parse(text);
    }

    private static boolean hasSign(CharSequence text) {
        return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
    }

    /** Where the first point stands, or the length. */
    private static int pointOf(CharSequence text) {
        int point = 0;
        while (point < text.length() && text.charAt(point) != '.') {
            point++;
        }
        return point;
    }

    /** The number that at most nine ASCII digits write; negative when there is another character, or none. */
    private static int digits(CharSequence text, int from, int to) {
        return to - from > SAFE_INT_DIGITS ? -1 : (int) longDigits(text, from, to);
    }

    /** The number that at most 18 ASCII digits write; negative when there is another character, or none. */
    private static long longDigits(CharSequence text, int from, int to) {
        long number = from < to ? 0 : -1;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
