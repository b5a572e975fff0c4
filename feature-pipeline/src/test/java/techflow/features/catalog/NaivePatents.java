package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NOT_ENOUGH_HISTORY;
import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.Certificate;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.Patent;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.Signal;

/** The naive oracle for the stock of patents and for certificates. */
final class NaivePatents extends NaiveReading {
    NaivePatents(Instant asOf, Collection<Signal> history) {
        super(asOf, history);
    }

    Map<String, FeatureValue> say() {
        patents();
        return answers;
    }

    boolean happened(Patent patent, PatentEventType type) {
        return !days(patent, type).isEmpty();
    }

    List<LocalDate> days(Patent patent, PatentEventType type) {
        List<LocalDate> days = new ArrayList<>();
        for (PatentEvent event : all(PatentEvent.class)) {
            if (event.applicationNo().equals(patent.applicationNo()) && event.type() == type) {
                days.add(event.occurredAt());
            }
        }
        return days;
    }

    /** Some beginning has no end on its day or later. */
    boolean standing(Patent patent, PatentEventType on, PatentEventType off) {
        List<LocalDate> ends = days(patent, off);
        return days(patent, on).stream().anyMatch(start -> ends.stream().allMatch(end -> end.isBefore(start)));
    }

    private boolean granted(Patent patent) {
        boolean published =
                patent.type() != Patent.PatentType.INVENTION && !happened(patent, PatentEventType.WITHDRAWN);
        return published || happened(patent, PatentEventType.GRANTED) || happened(patent, PatentEventType.FEE_LAPSED);
    }

    String state(Patent patent) {
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

    static LocalDate termEnd(Patent patent) {
        return patent.occurredAt().plusYears(byType(patent, 20, 10, 15));
    }

    static int byType(Patent patent, int invention, int utilityModel, int design) {
        return switch (patent.type()) {
            case INVENTION -> invention;
            case UTILITY_MODEL -> utilityModel;
            case DESIGN -> design;
        };
    }

    double termLeft(Patent patent) {
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
                    "filing_continuity_5y",
                    "fee_lapse_share",
                    "acquired_patent_share")) {
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
        int alive = 0;
        int inventions = 0;
        int lapsed = 0;
        int kept = 0;
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
                alive++;
                inventions += patent.type() == Patent.PatentType.INVENTION ? 1 : 0;
            }
            lapsed += state.equals("lapsed") ? 1 : 0;
            kept += Set.of("alive", "lapsed", "expired").contains(state) ? 1 : 0;
        }
        say("ip_gross_content", gross);
        say("ip_net_content", net);
        ratio("invention_density", inventions, alive, 0, 1);
        say("inventions_alive", inventions);
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
                    valid.stream().mapToDouble(NaivePatents::points).sum());
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
}
