package techflow.testing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import techflow.features.signal.Column;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;

/** Valid rows made from the columns' own examples, so that they follow the schema when it grows. */
public final class ExampleRows {
    /** Monthly series of {@link #month}: a kind, and the word that tells it from another series of the same kind. */
    private static final List<Map.Entry<SignalKind, Map<String, String>>> SERIES = List.of(
            Map.entry(SignalKind.MONTHLY_TAX, Map.of()),
            Map.entry(SignalKind.CONTRIBUTION_MONTH, Map.of("scheme", "SOCIAL_INSURANCE")),
            Map.entry(SignalKind.CONTRIBUTION_MONTH, Map.of("scheme", "HOUSING_FUND")),
            Map.entry(SignalKind.MONTHLY_INVOICES, Map.of("direction", "ISSUED")),
            Map.entry(SignalKind.MONTHLY_INVOICES, Map.of("direction", "RECEIVED")));

    /** How many monthly series there are. */
    public static final int MONTHLY_SERIES = SERIES.size();

    private ExampleRows() {}

    /**
     * The cells of a row known twenty days after the end of the month in which it occurred.
     *
     * @param own cells that differ from the example, by column
     */
    public static List<String> cells(SignalKind kind, EnterpriseId firm, YearMonth month, Map<String, String> own) {
        List<String> cells = new ArrayList<>(List.of(
                firm.code(),
                month.atEndOfMonth().toString(),
                month.atEndOfMonth()
                        .plusDays(20)
                        .atStartOfDay(SignalHeader.CHINA)
                        .toInstant()
                        .toString(),
                "EXAMPLE"));
        for (Column<?> column : SignalFormat.of(kind).columns()) {
            cells.add(own.getOrDefault(column.name(), column.example()));
        }
        return cells;
    }

    /** The cells of one row of a monthly series; month 0 is January 2020. */
    public static List<String> month(int series, EnterpriseId firm, int month) {
        Map.Entry<SignalKind, Map<String, String>> one = SERIES.get(series);
        YearMonth period = YearMonth.of(2020, 1).plusMonths(month);
        Map<String, String> own = new java.util.HashMap<>(one.getValue());
        own.put("period", period.toString());
        return cells(one.getKey(), firm, period, own);
    }

    public static SignalKind kind(int series) {
        return SERIES.get(series).getKey();
    }

    public static Signal signal(SignalKind kind, List<String> cells) {
        return switch (SignalDecoder.decode(kind, cells)) {
            case Decoded.Accepted accepted -> accepted.signal();
            case Decoded.Rejected rejected ->
                throw new IllegalArgumentException(rejected.violations().toString());
        };
    }
}
