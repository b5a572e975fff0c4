package techflow.features.signal;

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
 * @param parse text to value; throws {@link RuntimeException} of the JDK for text that breaks the rule
 * @param format value to text
 */
public record Column<T>(
        String name,
        String type,
        boolean required,
        String description,
        String example,
        String rule,
        Function<String, T> parse,
        Function<T, String> format) {
    /** Decimal or scientific, without the spaces, suffixes and hexadecimal forms that Java reads as well. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

    static Column<String> text(String name, String description, String example) {
        return new Column<>(
                name,
                "text",
                true,
                description,
                example,
                "must not be blank and must not hold the character NUL",
                Column::storable,
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
                s -> notNegative(Integer.parseInt(s)),
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
                s -> within(Integer.parseInt(s), 1949, 2100),
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
                s -> s.isEmpty() ? OptionalInt.empty() : OptionalInt.of(notNegative(Integer.parseInt(s))),
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
                s -> YearMonth.from(day(s + "-01")),
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
        String allowed = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        return new Column<>(
                name,
                allowed,
                true,
                description,
                constants[0].name(),
                "must be one of " + allowed,
                s -> Enum.valueOf(words, s.toUpperCase(Locale.ROOT)),
                Enum::name);
    }

    static Column<String> matching(String name, String regex, String description, String example) {
        return new Column<>(
                name,
                "text",
                true,
                description,
                example,
                "must match " + regex,
                s -> {
                    if (!s.matches(regex)) {
                        throw new IllegalArgumentException(s);
                    }
                    return s;
                },
                s -> s);
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
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

    private static double finite(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(text);
        }
        return value + 0.0; // -0.0 becomes 0.0: one value, one bit pattern
    }

    private static Money exactYuan(String text) {
        int point = text.indexOf('.');
        if (point >= 0 && text.length() - point > 3) {
            throw new IllegalArgumentException(text);
        }
        return Money.parseYuan(text);
    }

    private static boolean strictBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
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
