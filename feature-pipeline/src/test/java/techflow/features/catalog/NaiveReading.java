package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NOT_ENOUGH_HISTORY;
import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;
import static techflow.features.definition.FeatureValue.MissingReason.UNDEFINED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;

/** What the naive oracle's parts share: its own cut of the raw history, its own windows, and a place for answers. */
class NaiveReading {
    final Instant asOf;
    final LocalDate today;
    final List<Signal> known;
    final Map<String, FeatureValue> answers = new LinkedHashMap<>();

    NaiveReading(Instant asOf, Collection<Signal> history) {
        this.asOf = asOf;
        this.today = asOf.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        this.known = cut(history);
    }

    List<Signal> cut(Collection<Signal> history) {
        Map<String, Signal> latest = new HashMap<>();
        for (Signal signal : history) {
            String key = signal.kind() + "#" + signal.naturalKey();
            if (signal.knownAt().compareTo(asOf) >= 0) {
                continue;
            }
            Signal other = latest.get(key);
            boolean newer = other == null
                    || signal.knownAt().isAfter(other.knownAt())
                    || (signal.knownAt().equals(other.knownAt()) && text(signal).compareTo(text(other)) > 0);
            if (newer) {
                latest.put(key, signal);
            }
        }
        return new ArrayList<>(latest.values());
    }

    static String text(Signal signal) {
        return String.join("\u001f", SignalDecoder.encode(signal));
    }

    <S extends Signal> List<S> all(Class<S> type) {
        List<S> found = new ArrayList<>();
        for (Signal signal : known) {
            if (type.isInstance(signal)) {
                found.add(type.cast(signal));
            }
        }
        return found;
    }

    void say(String name, double value) {
        answers.put(name, FeatureValue.of(value));
    }

    void missing(String name, MissingReason reason) {
        answers.put(name, FeatureValue.missing(reason));
    }

    void ratio(String name, double part, double whole, double low, double high) {
        if (whole <= 0) {
            missing(name, UNDEFINED);
        } else {
            say(name, Math.min(high, Math.max(low, part / whole)));
        }
    }

    Optional<EnterpriseProfile> master() {
        return all(EnterpriseProfile.class).stream().findAny();
    }

    static void add(Map<YearMonth, Double> months, YearMonth month, double value) {
        months.put(month, months.getOrDefault(month, 0.0) + value);
    }

    /** The values of the known ones of {@code count} months that end {@code lag} whole months before the as-of month. */
    List<Double> window(Map<YearMonth, Double> months, int lag, int count) {
        List<Double> values = new ArrayList<>();
        for (int back = lag + count; back > lag; back--) {
            Double value = months.get(YearMonth.from(today).minusMonths(back));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    @Nullable
    Double latest(Map<YearMonth, Double> months, int lag, int count) {
        List<Double> values = window(months, lag, count);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    static double total(List<Double> values) {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return total;
    }

    static double average(List<Double> values) {
        return total(values) / values.size();
    }

    static double deviation(List<Double> values) {
        double squares = 0;
        for (double value : values) {
            squares += Math.pow(value - average(values), 2);
        }
        return Math.sqrt(squares / (values.size() - 1));
    }

    /** Says the feature of the last year, when 6 months of it are known. */
    void year(String name, Map<YearMonth, Double> months, ToDoubleFunction<List<Double>> value) {
        List<Double> last = window(months, 1, 12);
        if (last.size() < 6) {
            missing(name, months.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
            return;
        }
        double found = value.applyAsDouble(last);
        if (Double.isFinite(found)) {
            say(name, found);
        } else {
            missing(name, UNDEFINED);
        }
    }

    static double variation(List<Double> values) {
        return average(values) <= 0 ? Double.NaN : deviation(values) / average(values);
    }

    static int positive(List<Double> values) {
        int count = 0;
        for (double value : values) {
            count += value > 0 ? 1 : 0;
        }
        return count;
    }

    void yearOnYear(String name, Map<YearMonth, Double> months, int fewest) {
        List<Double> before = window(months, 13, 12);
        List<Double> now = window(months, 1, 12);
        if (before.size() < fewest || now.size() < fewest) {
            missing(name, months.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            ratio(name, average(now) - average(before), average(before), -1, 10);
        }
    }

    /** Silent months since the first month ever told, in the year that ended three months ago. */
    void silence(String name, Map<YearMonth, Double> activity) {
        YearMonth first = activity.keySet().stream().min(YearMonth::compareTo).orElse(null);
        int watched = 0;
        int silent = 0;
        for (int back = 14; back > 2; back--) {
            YearMonth month = YearMonth.from(today).minusMonths(back);
            if (first != null && !month.isBefore(first)) {
                watched++;
                silent += activity.getOrDefault(month, 0.0) > 0 ? 0 : 1;
            }
        }
        if (watched < 6) {
            missing(name, first == null ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            say(name, silent);
        }
    }

    Map<YearMonth, Double> tax(ToDoubleFunction<MonthlyTax> value) {
        Map<YearMonth, Double> months = new TreeMap<>();
        all(MonthlyTax.class).forEach(tax -> add(months, tax.period(), value.applyAsDouble(tax)));
        return months;
    }

    /** Only the returns of value added tax, and those of all taxes together, tell sales. */
    Map<YearMonth, Double> declaredSales() {
        Map<YearMonth, Double> months = new TreeMap<>();
        for (MonthlyTax row : all(MonthlyTax.class)) {
            if (row.taxType() == MonthlyTax.TaxType.VAT || row.taxType() == MonthlyTax.TaxType.ALL) {
                add(months, row.period(), row.declaredSales().fen() / 100.0);
            }
        }
        return months;
    }

    Map<YearMonth, Double> invoices(MonthlyInvoices.Direction direction, ToDoubleFunction<MonthlyInvoices> value) {
        Map<YearMonth, Double> months = new TreeMap<>();
        for (MonthlyInvoices row : all(MonthlyInvoices.class)) {
            if (row.direction() == direction) {
                add(months, row.period(), value.applyAsDouble(row));
            }
        }
        return months;
    }

    static double net(MonthlyInvoices row) {
        return (row.amount().fen() - row.redAmount().fen()) / 100.0;
    }

    Map<YearMonth, Double> contributions(ContributionMonth.Scheme scheme, ToDoubleFunction<ContributionMonth> value) {
        Map<YearMonth, Double> months = new TreeMap<>();
        for (ContributionMonth row : all(ContributionMonth.class)) {
            if (row.scheme() == scheme) {
                add(months, row.period(), value.applyAsDouble(row));
            }
        }
        return months;
    }

    Map<YearMonth, Double> persons(ContributionMonth.Scheme scheme) {
        return contributions(scheme, ContributionMonth::persons);
    }
}
