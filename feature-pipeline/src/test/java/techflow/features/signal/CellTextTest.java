package techflow.features.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The readers of cells against the parsers of the JDK that they stand for: the same values, the same refusals. */
class CellTextTest {
    private static final long SEED = 77;
    private static final int ROUNDS = 200_000;

    @Test
    void whole_numbers() {
        compare("0123456789+-. １x", CellText::integer, Integer::parseInt);
    }

    @Test
    void numbers() {
        Pattern plain = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");
        compare("0123456789012345678901234567890123456789+-..eE d", CellText::number, text -> {
            double value = plain.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            if (!Double.isFinite(value)) {
                throw new NumberFormatException(text);
            }
            return value + 0.0;
        });
    }

    @Test
    void amounts() {
        Pattern plain = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,20})?");
        compare("0123456789012345678901234567890123456789+-...e ", CellText::fen, text -> {
            if (!plain.matcher(text).matches()) {
                throw new NumberFormatException(text);
            }
            return new BigDecimal(text)
                    .setScale(2, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .longValueExact();
        });
    }

    @Test
    void dates() {
        compareNear("2026-02-29", CellText::date, LocalDate::parse);
    }

    @Test
    void months() {
        compareNear("2026-12", CellText::month, text -> YearMonth.from(LocalDate.parse(text + "-01")));
    }

    @Test
    void instants() {
        compareNear("2026-12-31T23:59:59Z", CellText::instant, Instant::parse);
        compareNear("2026-12-31T23:59:59.123456Z", CellText::instant, Instant::parse);
    }

    @Test
    void numbers_that_were_written_read_back() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(CellText.number(TextCell.of(Double.toString(number))))
                        .as("seed " + SEED)
                        .isEqualTo(number + 0.0);
            }
            long fen = random.nextLong() >> random.nextInt(63);
            assertThat(new Money(fen)).hasToString(BigDecimal.valueOf(fen, 2).toPlainString());
        }
    }

    /** Texts of these letters, most of them short. */
    private static <T> void compare(String letters, Function<TextCell, T> reader, Function<String, T> jdk) {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(random.nextInt(24) + 1); length >= 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            same(text.toString(), reader, jdk);
        }
    }

    /** Texts that differ from a good one in a few places. */
    private static <T> void compareNear(String good, Function<TextCell, T> reader, Function<String, T> jdk) {
        String letters = "00112233456789-:TZtz.+ ";
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                text.setCharAt(random.nextInt(good.length()), letters.charAt(random.nextInt(letters.length())));
            }
            if (random.nextInt(20) == 0) {
                text.deleteCharAt(random.nextInt(text.length()));
            }
            same(text.toString(), reader, jdk);
        }
    }

    private static <T> void same(String text, Function<TextCell, T> reader, Function<String, T> jdk) {
        assertThat(value(text, t -> reader.apply(TextCell.of(t))))
                .as("seed %d: \"%s\"", SEED, text)
                .isEqualTo(value(text, jdk));
    }

    private static <T> Optional<T> value(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
