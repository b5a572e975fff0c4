package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NOT_DISCLOSED;
import static techflow.features.definition.FeatureValue.MissingReason.NOT_ENOUGH_HISTORY;
import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;
import static techflow.features.definition.FeatureValue.MissingReason.UNDEFINED;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.InnovationIndicator;
import techflow.features.signal.InnovationIndicators;
import techflow.features.signal.Money;
import techflow.features.signal.Signal;

/** The naive oracle for master data, annual reports and innovation points. */
final class NaiveTechnology extends NaiveReading {
    NaiveTechnology(Instant asOf, Collection<Signal> history) {
        super(asOf, history);
    }

    Map<String, FeatureValue> say() {
        profile();
        research();
        innovation();
        return answers;
    }

    private void profile() {
        for (String name : List.of("firm_age_years", "registered_capital", "technology_field", "enterprise_stage")) {
            missing(name, NO_DATA);
        }
        master().ifPresent(profile -> {
            long days = profile.establishedOn().until(today, ChronoUnit.DAYS);
            if (days < 0) {
                missing("firm_age_years", UNDEFINED);
                missing("enterprise_stage", UNDEFINED);
            } else {
                say("firm_age_years", days / 365.25);
                answers.put("enterprise_stage", new FeatureValue.Category(stage(days / 365.25)));
            }
            say("registered_capital", profile.registeredCapital().fen() / 100.0);
            answers.put(
                    "technology_field",
                    new FeatureValue.Category(profile.field().name()));
        });
    }

    private String stage(double age) {
        Double revenue = null;
        for (AnnualReport report : years(3)) {
            revenue = revenue == null ? yuan(report.revenue()).orElse(null) : revenue;
        }
        if (age < 3 || (age < 5 && revenue != null && revenue < 20_000_000)) {
            return "START_UP";
        }
        return age >= 8 && revenue != null && revenue >= 100_000_000 ? "MATURE" : "GROWTH";
    }

    private interface Figure {
        Optional<Double> of(AnnualReport report);
    }

    private static Optional<Double> yuan(Optional<Money> money) {
        return money.map(m -> m.fen() / 100.0);
    }

    private void research() {
        Figure revenue = report -> yuan(report.revenue());
        Figure rd = report -> yuan(report.rdExpense());
        intensity(rd, revenue);
        stability(rd);
        growth("rd_growth", rd);
        growth("revenue_growth_annual", revenue);
        latestShare(
                "rd_staff_share",
                report -> report.rdStaff().stream().mapToObj(n -> (double) n).findAny(),
                report -> report.staff().stream().mapToObj(n -> (double) n).findAny(),
                0,
                1);
        latestShare(
                "postgraduate_share",
                report -> report.postgraduates().stream()
                        .mapToObj(n -> (double) n)
                        .findAny(),
                report -> report.staff().stream().mapToObj(n -> (double) n).findAny(),
                0,
                1);
        latestShare("technology_contracts_to_revenue", report -> yuan(report.technologyContracts()), revenue, 0, 1);
        latestShare("high_tech_revenue_share", report -> yuan(report.highTechRevenue()), revenue, 0, 1);
        latestShare("net_margin", report -> yuan(report.netProfit()), revenue, -1, 1);
        latestShare(
                "leverage",
                report -> yuan(report.totalLiabilities()),
                report -> report.totalLiabilities()
                        .flatMap(owed -> report.netAssets().map(owned -> (owed.fen() + owned.fen()) / 100.0)),
                0,
                3);
    }

    private List<AnnualReport> years(int count) {
        List<AnnualReport> latestFirst = new ArrayList<>();
        for (int year = today.getYear() - 1; year >= today.getYear() - count; year--) {
            for (AnnualReport report : all(AnnualReport.class)) {
                if (report.year() == year) {
                    latestFirst.add(report);
                }
            }
        }
        return latestFirst;
    }

    private void untold(String name, int years) {
        MissingReason older = all(AnnualReport.class).isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY;
        missing(name, years(years).isEmpty() ? older : NOT_DISCLOSED);
    }

    private void intensity(Figure rd, Figure revenue) {
        double spent = 0;
        double earned = 0;
        int used = 0;
        for (AnnualReport report : years(5)) {
            if (used < 3 && rd.of(report).isPresent() && revenue.of(report).isPresent()) {
                spent += rd.of(report).get();
                earned += revenue.of(report).get();
                used++;
            }
        }
        if (used == 0) {
            untold("rd_intensity", 5);
        } else {
            ratio("rd_intensity", spent, earned, 0, 10);
        }
    }

    private void stability(Figure rd) {
        List<Double> spent = new ArrayList<>();
        for (AnnualReport report : years(5)) {
            rd.of(report).ifPresent(spent::add);
        }
        if (spent.isEmpty()) {
            untold("rd_stability", 5);
        } else if (spent.size() < 3) {
            missing("rd_stability", NOT_ENOUGH_HISTORY);
        } else if (average(spent) <= 0) {
            missing("rd_stability", UNDEFINED);
        } else {
            say("rd_stability", Math.max(0, Math.min(1, 1 - deviation(spent) / average(spent))));
        }
    }

    private void growth(String name, Figure figure) {
        List<AnnualReport> told = new ArrayList<>();
        for (AnnualReport report : years(3)) {
            if (figure.of(report).isPresent()) {
                told.add(report);
            }
        }
        if (told.isEmpty()) {
            untold(name, 3);
        } else if (told.size() == 1 || told.get(0).year() - told.get(1).year() != 1) {
            missing(name, NOT_ENOUGH_HISTORY);
        } else {
            double base = figure.of(told.get(1)).get();
            ratio(name, figure.of(told.get(0)).get() - base, base, -1, 10);
        }
    }

    private void latestShare(String name, Figure part, Figure whole, double low, double high) {
        for (AnnualReport report : years(3)) {
            if (part.of(report).isPresent() && whole.of(report).isPresent()) {
                ratio(name, part.of(report).get(), whole.of(report).get(), low, high);
                return;
            }
        }
        untold(name, 3);
    }

    private void innovation() {
        InnovationIndicators latest = null;
        for (InnovationIndicators report : all(InnovationIndicators.class)) {
            boolean recent = report.year() >= today.getYear() - 3 && report.year() <= today.getYear() - 1;
            latest = recent && (latest == null || report.year() > latest.year()) ? report : latest;
        }
        for (InnovationIndicator indicator : InnovationIndicator.values()) {
            String name = "innovation_" + indicator.name().toLowerCase(Locale.ROOT);
            if (latest == null) {
                missing(name, all(InnovationIndicators.class).isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
            } else if (!latest.values().containsKey(indicator)) {
                missing(name, NOT_DISCLOSED);
            } else {
                double value = latest.values().getOrDefault(indicator, Double.NaN);
                double low = name.endsWith("growth") ? -1 : name.endsWith("return_on_net_assets") ? -5 : 0;
                double high =
                        name.endsWith("staff_share") || name.endsWith("postgraduate_share") ? 1 : Double.MAX_VALUE;
                high = name.endsWith("return_on_net_assets") ? 5 : high;
                if (value < low || value > high) {
                    missing(name, UNDEFINED);
                } else {
                    say(name, value);
                }
            }
        }
    }
}
