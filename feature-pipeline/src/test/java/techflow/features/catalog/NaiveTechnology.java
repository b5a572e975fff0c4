package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NOT_DISCLOSED;
import static techflow.features.definition.FeatureValue.MissingReason.NOT_ENOUGH_HISTORY;
import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;
import static techflow.features.definition.FeatureValue.MissingReason.UNDEFINED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.Certificate;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.InnovationIndicator;
import techflow.features.signal.InnovationIndicators;
import techflow.features.signal.Money;
import techflow.features.signal.Patent;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.Signal;

/** The naive oracle for master data, patents, certificates, annual reports and innovation points. */
final class NaiveTechnology extends NaiveReading {
    NaiveTechnology(Instant asOf, Collection<Signal> history) {
        super(asOf, history);
    }

    Map<String, FeatureValue> say() {
        profile();
        patents();
        research();
        innovation();
        return answers;
    }

    private void profile() {
        for (String name : List.of("firm_age_years", "registered_capital", "technology_field")) {
            missing(name, NO_DATA);
        }
        master().ifPresent(profile -> {
            long days = profile.establishedOn().until(today, ChronoUnit.DAYS);
            if (days < 0) {
                missing("firm_age_years", UNDEFINED);
            } else {
                say("firm_age_years", days / 365.25);
            }
            say("registered_capital", profile.registeredCapital().fen() / 100.0);
            answers.put(
                    "technology_field",
                    new FeatureValue.Category(profile.field().name()));
        });
    }

    private boolean happened(Patent patent, PatentEventType type) {
        return !days(patent, type).isEmpty();
    }

    private List<LocalDate> days(Patent patent, PatentEventType type) {
        List<LocalDate> days = new ArrayList<>();
        for (PatentEvent event : all(PatentEvent.class)) {
            if (event.applicationNo().equals(patent.applicationNo()) && event.type() == type) {
                days.add(event.occurredAt());
            }
        }
        return days;
    }

    /** Some beginning has no end on its day or later. */
    private boolean standing(Patent patent, PatentEventType on, PatentEventType off) {
        List<LocalDate> ends = days(patent, off);
        return days(patent, on).stream().anyMatch(start -> ends.stream().allMatch(end -> end.isBefore(start)));
    }

    private boolean granted(Patent patent) {
        boolean published =
                patent.type() != Patent.PatentType.INVENTION && !happened(patent, PatentEventType.WITHDRAWN);
        return published || happened(patent, PatentEventType.GRANTED) || happened(patent, PatentEventType.FEE_LAPSED);
    }

    private String state(Patent patent) {
        if (happened(patent, PatentEventType.INVALIDATED)) {
            return "invalid";
        }
        if (standing(patent, PatentEventType.TRANSFERRED_OUT, PatentEventType.ACQUIRED)) {
            return "sold";
        }
        if (happened(patent, PatentEventType.WITHDRAWN) && !granted(patent)) {
            return "withdrawn";
        }
        if (standing(patent, PatentEventType.FEE_LAPSED, PatentEventType.RESTORED)) {
            return "lapsed";
        }
        if (!today.isBefore(termEnd(patent))) {
            return "expired";
        }
        return granted(patent) ? "alive" : "pending";
    }

    private static LocalDate termEnd(Patent patent) {
        return patent.occurredAt().plusYears(byType(patent, 20, 10, 15));
    }

    private static int byType(Patent patent, int invention, int utilityModel, int design) {
        return switch (patent.type()) {
            case INVENTION -> invention;
            case UTILITY_MODEL -> utilityModel;
            case DESIGN -> design;
        };
    }

    private double termLeft(Patent patent) {
        double all = patent.occurredAt().until(termEnd(patent), ChronoUnit.DAYS);
        return today.until(termEnd(patent), ChronoUnit.DAYS) / all;
    }

    private void patents() {
        certificates();
        List<Patent> patents = all(Patent.class);
        List<LocalDate> own = new ArrayList<>();
        for (Patent patent : patents) {
            if (patent.origin() == Patent.Origin.ORIGINAL) {
                own.add(patent.occurredAt());
            }
        }
        own.sort(null);
        missing("rd_precocity_months", NO_DATA);
        missing("months_since_filing", NO_DATA);
        if (!own.isEmpty()) {
            say("months_since_filing", (double) own.get(own.size() - 1).until(today, ChronoUnit.MONTHS));
            master().ifPresent(profile -> say("rd_precocity_months", (double)
                    Math.max(0, profile.establishedOn().until(own.get(0), ChronoUnit.MONTHS))));
        }
        if (patents.isEmpty()) {
            for (String name : List.of(
                    "ip_gross_content",
                    "ip_net_content",
                    "invention_density",
                    "inventions_per_hundred_staff",
                    "inventions_alive",
                    "patent_filings_36m",
                    "filing_continuity_5y",
                    "patent_quality",
                    "fee_lapse_share",
                    "acquired_patent_share",
                    "patents_pledged")) {
                missing(name, NO_DATA);
            }
            return;
        }
        stock(patents);
        filings(own);
        ratio("acquired_patent_share", patents.size() - own.size(), patents.size(), 0, 1);
    }

    private void stock(List<Patent> patents) {
        double gross = 0;
        double net = 0;
        double quality = 0;
        int alive = 0;
        int inventions = 0;
        int lapsed = 0;
        int kept = 0;
        int pledged = 0;
        for (Patent patent : patents) {
            String state = state(patent);
            double weight = byType(patent, 10, 4, 3);
            boolean pending = state.equals("pending") || (state.equals("sold") && !granted(patent));
            if (!state.equals("withdrawn") && !state.equals("invalid")) {
                gross += pending ? 0.3 * weight : weight;
            }
            double factor = (patent.origin() == Patent.Origin.ACQUIRED ? 0.5 : 1.0) * termLeft(patent);
            if (state.equals("alive") || state.equals("pending")) {
                net += weight * factor * (pending ? 0.3 : 1);
            }
            if (state.equals("alive")) {
                boolean pledge = standing(patent, PatentEventType.PLEDGED, PatentEventType.PLEDGE_RELEASED);
                boolean used = pledge || happened(patent, PatentEventType.LICENSED);
                alive++;
                inventions += patent.type() == Patent.PatentType.INVENTION ? 1 : 0;
                pledged += pledge ? 1 : 0;
                quality += byType(patent, 40, 16, 12)
                        + Math.min(20, patent.claims())
                        + 20 * (1 - termLeft(patent))
                        + (used ? 20 : 0);
            }
            lapsed += state.equals("lapsed") ? 1 : 0;
            kept += Set.of("alive", "lapsed", "expired").contains(state) ? 1 : 0;
        }
        say("ip_gross_content", gross);
        say("ip_net_content", net);
        ratio("invention_density", inventions, alive, 0, 1);
        say("inventions_alive", inventions);
        say("patents_pledged", pledged);
        ratio("patent_quality", quality, alive, 0, 100);
        ratio("fee_lapse_share", lapsed, kept, 0, 1);
        Map<YearMonth, Double> persons = persons(ContributionMonth.Scheme.SOCIAL_INSURANCE);
        Double staff = latest(persons, 0, 6);
        if (staff == null) {
            missing("inventions_per_hundred_staff", persons.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            ratio("inventions_per_hundred_staff", inventions * 100.0, staff, 0, Double.MAX_VALUE);
        }
    }

    private void filings(List<LocalDate> own) {
        int recent = 0;
        for (LocalDate day : own) {
            recent += day.isBefore(today) && !day.isBefore(today.minusMonths(36)) ? 1 : 0;
        }
        say("patent_filings_36m", recent);
        int years = 5;
        if (master().isPresent()) {
            long lived = master().get().establishedOn().until(today, ChronoUnit.YEARS) + 1;
            years = (int) Math.max(1, Math.min(5, lived));
        }
        double active = 0;
        for (int year = 1; year <= years; year++) {
            LocalDate from = today.minusYears(year);
            LocalDate to = today.minusYears(year - 1L);
            active += own.stream().anyMatch(day -> !day.isBefore(from) && day.isBefore(to)) ? 1 : 0;
        }
        say("filing_continuity_5y", active / years);
    }

    private void certificates() {
        Set<Certificate.CertificateType> valid = new HashSet<>();
        for (Certificate certificate : all(Certificate.class)) {
            if (!today.isBefore(certificate.validFrom()) && today.isBefore(certificate.validUntil())) {
                valid.add(certificate.type());
            }
        }
        if (all(Certificate.class).isEmpty()) {
            missing("certificate_points", NO_DATA);
        } else {
            say(
                    "certificate_points",
                    valid.stream().mapToDouble(NaiveTechnology::points).sum());
        }
    }

    private static double points(Certificate.CertificateType type) {
        return switch (type) {
            case LITTLE_GIANT -> 40;
            case HIGH_TECH_ENTERPRISE -> 30;
            case SPECIALISED_SME -> 25;
            case INNOVATIVE_SME -> 15;
            case TECHNOLOGY_SME -> 10;
        };
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
