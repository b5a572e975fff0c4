package techflow.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** When a new key ends: never, after some days, or with the end of a day in China. */
sealed interface KeyEnd {
    /** China has had one offset since 1991. */
    ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /** The instant from which the key is refused, empty for never. */
    Optional<Instant> after(Instant now);

    /** It does not end by itself. */
    record Never() implements KeyEnd {
        @Override
        public Optional<Instant> after(Instant now) {
            return Optional.empty();
        }
    }

    /** After so many days of 24 hours. */
    record Days(int count) implements KeyEnd {
        @Override
        public Optional<Instant> after(Instant now) {
            return Optional.of(now.plus(Duration.ofDays(count)));
        }
    }

    /** The day is the last on which it works. */
    record LastDay(LocalDate day) implements KeyEnd {
        @Override
        public Optional<Instant> after(Instant now) {
            return Optional.of(day.plusDays(1).atStartOfDay(CHINA).toInstant());
        }
    }

    /** Reads {@code never}, {@code 90d} or {@code 2027-06-30}. */
    final class Words implements ITypeConverter<KeyEnd> {
        private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,3})d");

        @Override
        public KeyEnd convert(String word) {
            var days = DAYS.matcher(word);
            if (word.equals("never")) {
                return new Never();
            }
            return days.matches() ? new Days(Integer.parseInt(days.group(1))) : lastDay(word);
        }

        private static KeyEnd lastDay(String word) {
            try {
                LocalDate day = LocalDate.parse(word);
                if (day.isBefore(LocalDate.now(CHINA))) {
                    throw new TypeConversionException("must not lie in the past, found " + word);
                }
                return new LastDay(day);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "must be never, days such as 90d or a day such as 2027-06-30, found " + word);
            }
        }
    }
}
