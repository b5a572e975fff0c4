package techflow.features.signal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days and months of the years that signals are about, made once: they are values, so that rows may share them. Other
 * years are made as they come.
 */
final class DayTable {
    private static final int FIRST_YEAR = 1990;
    private static final int YEARS = 50;
    private static final LocalDate FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1);
    private static final long FIRST_EPOCH_DAY = FIRST_DAY.toEpochDay();

    private static final LocalDate[] DAYS =
            FIRST_DAY.datesUntil(LocalDate.of(FIRST_YEAR + YEARS, 1, 1)).toArray(LocalDate[]::new);

    private static final YearMonth[] MONTHS = Stream.iterate(YearMonth.of(FIRST_YEAR, 1), month -> month.plusMonths(1))
            .limit(12L * YEARS)
            .toArray(YearMonth[]::new);

    /** Where each month begins in {@link #DAYS}, and where the one after the last would. */
    private static final int[] BEGINS = IntStream.concat(
                    Stream.of(MONTHS).mapToInt(month -> (int) (month.atDay(1).toEpochDay() - FIRST_DAY.toEpochDay())),
                    IntStream.of(DAYS.length))
            .toArray();

    private DayTable() {}

    /** @throws java.time.DateTimeException when there is no such day */
    static LocalDate day(int year, int month, int date) {
        int position = position(year, month, date);
        return position >= 0 ? DAYS[position] : LocalDate.of(year, month, date);
    }

    /**
     * The day's {@link LocalDate#toEpochDay}, without a look at the day itself.
     *
     * @throws java.time.DateTimeException when there is no such day
     */
    static long epochDay(int year, int month, int date) {
        int position = position(year, month, date);
        return position >= 0
                ? FIRST_EPOCH_DAY + position
                : LocalDate.of(year, month, date).toEpochDay();
    }

    /** @throws java.time.DateTimeException when there is no such month */
    static YearMonth month(int year, int month) {
        return holds(year, month) ? MONTHS[12 * (year - FIRST_YEAR) + month - 1] : YearMonth.of(year, month);
    }

    /** Where the day stands in {@link #DAYS}, negative when it does not. */
    private static int position(int year, int month, int date) {
        if (holds(year, month) && date >= 1) {
            int index = 12 * (year - FIRST_YEAR) + month - 1;
            int day = BEGINS[index] + date - 1;
            return day < BEGINS[index + 1] ? day : -1;
        }
        return -1;
    }

    private static boolean holds(int year, int month) {
        return year >= FIRST_YEAR && year < FIRST_YEAR + YEARS && month >= 1 && month <= 12;
    }
}
