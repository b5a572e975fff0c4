package techflow.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import techflow.features.signal.SignalHeader;

/** {@code --at}: an instant, or a day, which means its end in China. */
final class InstantOption {
    @Option(
            names = "--at",
            paramLabel = "DATE|INSTANT",
            converter = Reader.class,
            description = "as of then: 2026-11-01 (its end in China) or 2026-11-01T08:00:00Z")
    private Optional<Instant> at = Optional.empty();

    Optional<Instant> at() {
        return at;
    }

    /** Reads both forms. */
    static final class Reader implements CommandLine.ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.contains("T")
                        ? Instant.parse(text)
                        : LocalDate.parse(text)
                                .plusDays(1)
                                .atStartOfDay(SignalHeader.CHINA)
                                .toInstant()
                                .minusNanos(1);
            } catch (DateTimeParseException e) {
                throw new CommandLine.TypeConversionException(
                        "must be a day like 2026-11-01 or an instant like 2026-11-01T08:00:00Z, found " + text);
            }
        }
    }
}
