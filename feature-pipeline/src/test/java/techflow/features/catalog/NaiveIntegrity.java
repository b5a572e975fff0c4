package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.Certificate;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.Patent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.Signal;

/** The naive oracle for signs of data dressed up. */
final class NaiveIntegrity extends NaiveReading {
    private final Map<String, FeatureValue> said;
    private final NaivePatents patents;

    NaiveIntegrity(Instant asOf, Collection<Signal> history, Map<String, FeatureValue> said) {
        super(asOf, history);
        this.said = said;
        this.patents = new NaivePatents(asOf, history);
    }

    Map<String, FeatureValue> say() {
        burst();
        bought();
        circles();
        electricity();
        return answers;
    }

    private void burst() {
        List<LocalDate> filed = new ArrayList<>();
        for (Patent patent : all(Patent.class)) {
            LocalDate day = patent.occurredAt();
            boolean own = patent.origin() == Patent.Origin.ORIGINAL;
            boolean cheap = patent.type() != Patent.PatentType.INVENTION;
            if (own && cheap && day.isBefore(today) && !day.isBefore(today.minusMonths(36))) {
                filed.add(day);
            }
        }
        double most = 0;
        for (LocalDate start : filed) {
            double within = 0;
            for (LocalDate day : filed) {
                long after = start.until(day, ChronoUnit.DAYS);
                within += after >= 0 && after < 90 ? 1 : 0;
            }
            most = Math.max(most, within);
        }
        double days = today.minusMonths(36).until(today, ChronoUnit.DAYS);
        if (all(Patent.class).isEmpty()) {
            missing("low_value_patent_burst", NO_DATA);
        } else {
            say("low_value_patent_burst", most - filed.size() * 90 / days);
        }
    }

    private void bought() {
        int bought = 0;
        for (Patent patent : all(Patent.class)) {
            List<LocalDate> days = patents.days(patent, PatentEventType.ACQUIRED);
            days.sort(null);
            boolean before = false;
            for (Certificate certificate : all(Certificate.class)) {
                LocalDate valid = certificate.validFrom();
                if (!days.isEmpty()) {
                    LocalDate last = days.get(days.size() - 1);
                    before |= last.isBefore(valid) && !last.isBefore(valid.minusMonths(12));
                }
            }
            bought += before ? 1 : 0;
        }
        if (all(Patent.class).isEmpty() || all(Certificate.class).isEmpty()) {
            missing("bought_patents_before_certificate", NO_DATA);
        } else {
            say("bought_patents_before_certificate", bought);
        }
    }

    private void circles() {
        Map<YearMonth, Double> circular = new TreeMap<>();
        Map<YearMonth, Double> sold = new TreeMap<>();
        for (MonthlyInvoices row : all(MonthlyInvoices.class)) {
            if (row.direction() == MonthlyInvoices.Direction.ISSUED
                    && row.circularAmount().isPresent()) {
                add(circular, row.period(), row.circularAmount().get().fen());
                add(sold, row.period(), row.amount().fen());
            }
        }
        year("circular_invoice_share", circular, months -> {
            double whole = total(window(sold, 1, 12));
            return whole <= 0 ? Double.NaN : Math.min(1, total(months) / whole);
        });
    }

    private void electricity() {
        FeatureValue power = Objects.requireNonNull(said.get("electricity_growth_12m"));
        FeatureValue invoiced = Objects.requireNonNull(said.get("invoice_sales_growth_12m"));
        FeatureValue declared = Objects.requireNonNull(said.get("tax_sales_growth_12m"));
        FeatureValue sales = invoiced;
        if (invoiced instanceof FeatureValue.Missing && declared instanceof FeatureValue.Numeric) {
            sales = declared;
        }
        String name = "electricity_sales_gap";
        if (power instanceof FeatureValue.Missing) {
            answers.put(name, power);
        } else if (sales instanceof FeatureValue.Missing) {
            answers.put(name, sales);
        } else {
            double gap = ((FeatureValue.Numeric) sales).value() - ((FeatureValue.Numeric) power).value();
            say(name, gap < 0 ? 0 : gap);
        }
    }
}
