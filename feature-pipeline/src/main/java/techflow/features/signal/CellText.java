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
 */
final class CellText {
    /** Decimal or scientific, without the spaces, suffixes and hexadecimal forms that Java reads as well. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

    private static final Pattern PLAIN_YUAN = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,20})?");

    /** A whole number of so many digits, and ten to that power, are exact as doubles, so that one division rounds right. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS_OF_TEN = powersOfTen();
    private static final int SAFE_INT_DIGITS = 9;
    private static final int POINT = '.' - '0';
    private static final long NOT_PLAIN = Long.MIN_VALUE;
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
    static int integer(TextCell cell) {
        int number = digits(cell.bytes(), cell.from(), cell.to());
        return number >= 0 ? number : Integer.parseInt(cell.toString());
    }

    /**
     * A finite number, never −0.
     *
     * @throws NumberFormatException for anything else
     */
    static double number(TextCell cell) {
        byte[] bytes = cell.bytes();
        int end = cell.to();
        int start = cell.from() + (hasSign(cell) ? 1 : 0);
        long number = 0;
        int at = start;
        int point = end;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                number = 10 * number + digit;
            } else if (digit == POINT && point == end && at > start) {
                point = at;
            } else {
                break;
            }
        }
        int decimals = Math.max(0, end - point - 1);
        int digits = end - start - (point < end ? 1 : 0);
        if (at < end || digits < 1 || digits > EXACT_DIGITS || point == end - 1) {
            return numberOf(cell.toString());
        }
        double value = number / POWERS_OF_TEN[decimals];
        return (bytes[cell.from()] == '-' ? -value : value) + 0.0;
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
    static long fen(TextCell yuan) {
        long plain = plainFen(yuan);
        return plain == NOT_PLAIN ? fenOf(yuan.toString()) : plain;
    }

    /**
     * Fen from yuan with at most two decimals.
     *
     * @throws IllegalArgumentException for anything else
     */
    static long exactFen(TextCell yuan) {
        long plain = plainFen(yuan);
        if (plain != NOT_PLAIN) {
            return plain;
        }
        String text = yuan.toString();
        int point = text.indexOf('.');
        if (point >= 0 && point < text.length() - 3) {
            throw new IllegalArgumentException(text);
        }
        return fenOf(text);
    }

    /** Fen from at most 15 digits, of yuan, with a point and one or two more, or without; else {@link #NOT_PLAIN}. */
    private static long plainFen(TextCell cell) {
        byte[] bytes = cell.bytes();
        int start = cell.from() + (hasSign(cell) ? 1 : 0);
        int end = cell.to();
        long number = 0;
        int at = start;
        for (; at < end && isDigit(bytes[at]); at++) {
            number = 10 * number + bytes[at] - '0';
        }
        if (at == start || at - start > EXACT_DIGITS) {
            return NOT_PLAIN;
        }
        int hundredths = at == end ? 0 : decimals(bytes, at, end);
        if (hundredths < 0) {
            return NOT_PLAIN;
        }
        long fen = 100 * number + hundredths;
        return bytes[cell.from()] == '-' ? -fen : fen;
    }

    /** The hundredths that a point and one or two digits write; negative when there is anything else. */
    private static int decimals(byte[] bytes, int point, int end) {
        int length = end - point;
        if (bytes[point] != '.' || length < 2 || length > 3 || !isDigit(bytes[point + 1])) {
            return -1;
        }
        int tenths = 10 * (bytes[point + 1] - '0');
        if (length == 2) {
            return tenths;
        }
        return isDigit(bytes[point + 2]) ? tenths + bytes[point + 2] - '0' : -1;
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
    static LocalDate date(TextCell cell) {
        byte[] bytes = cell.bytes();
        int from = cell.from();
        if (cell.to() - from == 10 && isDashed(bytes, from)) {
            int year = four(bytes, from);
            int month = two(bytes, from + 5);
            int day = two(bytes, from + 8);
            if ((year | month | day) >= 0) {
                return DayTable.day(year, month, day);
            }
        }
        return LocalDate.parse(cell.toString());
    }

    /** @throws java.time.DateTimeException when it is no month such as 2026-09 */
    static YearMonth month(TextCell cell) {
        byte[] bytes = cell.bytes();
        int from = cell.from();
        if (cell.to() - from == 7 && bytes[from + 4] == '-') {
            int year = four(bytes, from);
            int month = two(bytes, from + 5);
            if ((year | month) >= 0) {
                return DayTable.month(year, month);
            }
        }
        return YearMonth.from(LocalDate.parse(cell + "-01"));
    }

    /** @throws java.time.DateTimeException when it is no ISO instant in UTC */
    static Instant instant(TextCell cell) {
        byte[] bytes = cell.bytes();
        int from = cell.from();
        if (cell.to() - from == 20 && isDashed(bytes, from) && isTimed(bytes, from)) {
            int hour = two(bytes, from + 11);
            int minute = two(bytes, from + 14);
            int second = two(bytes, from + 17);
            int year = four(bytes, from);
            int month = two(bytes, from + 5);
            int date = two(bytes, from + 8);
            if ((hour | minute | second | year | month | date) >= 0 && hour < 24 && minute < 60 && second < 60) {
                long day = DayTable.epochDay(year, month, date);
                return Instant.ofEpochSecond(day * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second);
            }
        }
        return Instant.parse(cell.toString());
    }

    private static boolean isDashed(byte[] bytes, int from) {
        return bytes[from + 4] == '-' && bytes[from + 7] == '-';
    }

    private static boolean isTimed(byte[] bytes, int from) {
        return bytes[from + 10] == 'T' && bytes[from + 13] == ':' && bytes[from + 16] == ':' && bytes[from + 19] == 'Z';
    }

    private static boolean hasSign(TextCell cell) {
        if (cell.isEmpty()) {
            return false;
        }
        byte first = cell.bytes()[cell.from()];
        return first == '-' || first == '+';
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    /** The number that four ASCII digits write; negative when there is another character. */
    private static int four(byte[] bytes, int at) {
        int century = two(bytes, at);
        int year = two(bytes, at + 2);
        return (century | year) < 0 ? -1 : 100 * century + year;
    }

    /** The number that two ASCII digits write; negative when there is another character. */
    private static int two(byte[] bytes, int at) {
        return isDigit(bytes[at]) && isDigit(bytes[at + 1]) ? 10 * bytes[at] + bytes[at + 1] - 11 * '0' : -1;
    }

    /** The number that at most nine ASCII digits write; negative when there is another character, none, or more. */
    private static int digits(byte[] bytes, int from, int to) {
        if (from >= to || to - from > SAFE_INT_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }
}
