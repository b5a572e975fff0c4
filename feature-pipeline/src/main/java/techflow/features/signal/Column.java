package techflow.features.signal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A column of a signal's CSV form: how its text becomes a value and back, and what the data dictionary says of it.
 *
 * @param name header of the column
 * @param type type as the dictionary names it: text, integer, number, yuan, date, month, boolean or the allowed words
 * @param required false when the cell may be empty, which means missing
 * @param description what it is, with its unit
 * @param example a valid cell
 * @param rule the rule that {@code parse} checks, as a sentence
 * @param parse text to value; throws {@link RuntimeException} of the JDK for text that breaks the rule. The text may be
 *     a stretch of a file's buffer that changes afterwards: a value keeps a {@link String} of it
 * @param format value to text
 */
public record Column<T>(
        String name,
        String type,
        boolean required,
        String description,
        String example,
        String rule,
        Function<TextCell, T> parse,
        Function<T, String> format) {
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");

    /**
     * The value of a cell, of an empty one that it is missing.
     *
     * @throws IllegalArgumentException or another {@link RuntimeException} of the JDK when the cell breaks the rule
     */
    T read(TextCell cell) {
        if (required && cell.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        return parse.apply(cell);
    }

    static Column<String> text(String name, String description, String example) {
        return new Column<>(
                name,
                "text",
                true,
                description,
                example,
                "must not be blank and must not hold the character NUL",
                s -> storable(s.toString()),
                s -> s);
    }

    static Column<Integer> count(String name, String description, String example) {
        return new Column<>(
                name,
                "integer",
                true,
                description,
                example,
                "must be a whole number, 0 or more",
                s -> notNegative(CellText.integer(s)),
                String::valueOf);
    }

    static Column<Integer> year(String name, String description) {
        return new Column<>(
                name,
                "integer",
                true,
                description,
                "2025",
                "must be a year from 1949 to 2100",
                s -> within(CellText.integer(s), 1949, 2100),
                String::valueOf);
    }

    static Column<Double> quantity(String name, String description, String example) {
        return new Column<>(
                name,
                "number",
                true,
                description,
                example,
                "must be a finite number, 0 or more",
                s -> notNegative(finite(s)),
                Column::plain);
    }

    static Column<Money> money(String name, String description, String example) {
        return new Column<>(
                name,
                "yuan",
                true,
                description,
                example,
                "must be yuan with at most two decimals, 0 or more",
                s -> notNegative(exactYuan(s)),
                Money::toString);
    }

    static Column<Optional<Money>> optionalMoney(String name, String description, String example) {
        return new Column<>(
                name,
                "yuan",
                false,
                description,
                example,
                "must be yuan with at most two decimals, or empty",
                s -> s.isEmpty() ? Optional.empty() : Optional.of(exactYuan(s)),
                m -> m.map(Money::toString).orElse(""));
    }

    static Column<OptionalInt> optionalCount(String name, String description, String example) {
        return new Column<>(
                name,
                "integer",
                false,
                description,
                example,
                "must be a whole number, 0 or more, or empty",
                s -> s.isEmpty() ? OptionalInt.empty() : OptionalInt.of(notNegative(CellText.integer(s))),
                n -> n.isPresent() ? String.valueOf(n.getAsInt()) : "");
    }

    static Column<OptionalDouble> optionalNumber(String name, String description, String example) {
        return new Column<>(
                name,
                "number",
                false,
                description,
                example,
                "must be a finite number, or empty",
                s -> s.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(finite(s)),
                n -> n.isPresent() ? plain(n.getAsDouble()) : "");
    }

    static Column<LocalDate> date(String name, String description, String example) {
        return new Column<>(
                name,
                "date",
                true,
                description,
                example,
                "must be a date such as 2026-10-31, from 1900 on",
                Column::day,
                LocalDate::toString);
    }

    static Column<Optional<LocalDate>> optionalDate(String name, String description, String example) {
        return new Column<>(
                name,
                "date",
                false,
                description,
                example,
                "must be a date such as 2026-10-31, from 1900 on, or empty",
                s -> s.isEmpty() ? Optional.empty() : Optional.of(day(s)),
                d -> d.map(LocalDate::toString).orElse(""));
    }

    static Column<YearMonth> month(String name, String description) {
        return new Column<>(
                name,
                "month",
                true,
                description,
                "2026-09",
                "must be a month such as 2026-09, from 1900 on",
                Column::monthFrom1900,
                YearMonth::toString);
    }

    static Column<Boolean> flag(String name, String description) {
        return new Column<>(
                name,
                "boolean",
                true,
                description,
                "false",
                "must be true or false",
                Column::strictBoolean,
                String::valueOf);
    }

    static <E extends Enum<E>> Column<E> word(String name, Class<E> words, String description) {
        E[] constants = words.getEnumConstants();
        byte[][] names =
                Arrays.stream(constants).map(constant -> ascii(constant.name())).toArray(byte[][]::new);
        String allowed = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        return new Column<>(
                name,
                allowed,
                true,
                description,
                constants[0].name(),
                "must be one of " + allowed,
                s -> wordOf(words, constants, names, s),
                Enum::name);
    }

    static Column<String> matching(String name, String regex, String description, String example) {
        Pattern pattern = Pattern.compile(regex);
        return new Column<>(
                name,
                "text",
                true,
                description,
                example,
                "must match " + regex,
                s -> {
                    if (!pattern.matcher(s.toString()).matches()) {
                        throw new IllegalArgumentException(s.toString());
                    }
                    return s.toString();
                },
                s -> s);
    }

    /** A column is itself alone: it holds functions, which nobody can compare. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private static <E extends Enum<E>> E wordOf(Class<E> words, E[] constants, byte[][] names, TextCell text) {
        for (int i = 0; i < names.length; i++) {
            if (text.holds(names[i])) {
                return constants[i];
            }
        }
        return Enum.valueOf(words, text.toString().toUpperCase(Locale.ROOT));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static YearMonth monthFrom1900(TextCell text) {
        YearMonth month = CellText.month(text);
        within(month.getYear(), 1900, 9999);
        return month;
    }

    private static LocalDate day(TextCell text) {
        LocalDate day = CellText.date(text);
        within(day.getYear(), 1900, 9999);
        return day;
    }

    /** Text that every store can hold. */
    static String storable(String text) {
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("blank or with NUL");
        }
        return text;
    }

    private static int within(int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }

    private static int notNegative(int value) {
        return within(value, 0, Integer.MAX_VALUE);
    }

    private static double notNegative(double value) {
        if (value < 0) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }

    private static Money notNegative(Money value) {
        if (value.fen() < 0) {
            throw new IllegalArgumentException(value.toString());
        }
        return value;
    }

    private static double finite(TextCell text) {
        return CellText.number(text);
    }

    private static Money exactYuan(TextCell text) {
        long fen = CellText.exactFen(text);
        return fen == 0 ? Money.ZERO : new Money(fen);
    }

    private static boolean strictBoolean(TextCell text) {
        boolean yes = text.holds(TRUE);
        if (!yes && !text.holds(FALSE)) {
            throw new IllegalArgumentException(text.toString());
        }
        return yes;
    }

    /** The shortest text that reads back to the same number, whole numbers without a point. */
    private static String plain(double value) {
        long whole = (long) value;
        return whole == value ? Long.toString(whole) : Double.toString(value);
    }

    /** The same column with a cell that may be empty, which means missing. */
    static <T> Column<Optional<T>> optional(Column<T> column) {
        return new Column<>(
                column.name(),
                column.type(),
                false,
                column.description(),
                column.example(),
                column.rule() + ", or empty",
                s -> s.isEmpty() ? Optional.empty() : Optional.of(column.parse().apply(s)),
                value -> value.map(column.format()).orElse(""));
    }

    static Column<OptionalDouble> optionalQuantity(String name, String description, String example) {
        return new Column<>(
                name,
                "number",
                false,
                description,
                example,
                "must be a finite number, 0 or more, or empty",
                s -> s.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(notNegative(finite(s))),
                n -> n.isPresent() ? plain(n.getAsDouble()) : "");
    }

    /** Money that may be negative, such as a balance. */
    static Column<Money> balance(String name, String description, String example) {
        return new Column<>(
                name,
                "yuan",
                true,
                description,
                example,
                "must be yuan with at most two decimals",
                Column::exactYuan,
                Money::toString);
    }

    /** The same column with another valid cell shown in the dictionary. */
    Column<T> withExample(String other) {
        return new Column<>(name, type, required, description, other, rule, parse, format);
    }
}
