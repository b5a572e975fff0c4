package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NOT_DISCLOSED;
import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;
import static techflow.features.definition.FeatureValue.MissingReason.UNDEFINED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.Money;
import techflow.features.signal.Patent;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.Signal;
import techflow.features.signal.SoftwareCopyright;

/** The naive oracle for the worth, the ageing and the troubles of patents. */
final class NaivePatentValue extends NaiveReading {
    private final NaivePatents patents;

    NaivePatentValue(Instant asOf, Collection<Signal> history) {
        super(asOf, history);
        this.patents = new NaivePatents(asOf, history);
    }

    Map<String, FeatureValue> say() {
        if (all(SoftwareCopyright.class).isEmpty()) {
            missing("software_copyrights", NO_DATA);
        } else {
            say("software_copyrights", all(SoftwareCopyright.class).size());
        }
        for (String name : List.of(
                "patent_quality",
                "patent_legal_value",
                "patent_technical_value",
                "patent_economic_value",
                "high_value_inventions",
                "patent_term_left_years",
                "patents_expiring_share_3y",
                "patent_fees_overdue_share",
                "patent_disputes_open",
                "patent_pledge_amount",
                "patents_transferred_out_24m")) {
            missing(name, all(Patent.class).isEmpty() ? NO_DATA : UNDEFINED);
        }
        if (!all(Patent.class).isEmpty()) {
            List<Patent> inForce = new ArrayList<>();
            for (Patent patent : all(Patent.class)) {
                if (patents.state(patent).equals("alive")) {
                    inForce.add(patent);
                }
            }
            worth(inForce);
            ageing(inForce);
            fees(inForce);
            pledges(inForce);
            troubles();
        }
        return answers;
    }

    private boolean disputed(Patent patent) {
        return patents.standing(patent, PatentEventType.DISPUTE_OPENED, PatentEventType.DISPUTE_CLOSED);
    }

    private boolean pledged(Patent patent) {
        return patents.standing(patent, PatentEventType.PLEDGED, PatentEventType.PLEDGE_RELEASED);
    }

    private void worth(List<Patent> inForce) {
        List<Double> legal = new ArrayList<>();
        List<Double> technical = new ArrayList<>();
        List<Double> economic = new ArrayList<>();
        int highValue = 0;
        for (Patent patent : inForce) {
            double left = patents.termLeft(patent);
            int type = NaivePatents.byType(patent, 40, 15, 10);
            boolean awarded = patents.happened(patent, PatentEventType.AWARDED);
            legal.add(type + Math.min(20, patent.claims()) + 20 * left + (disputed(patent) ? 0 : 20));
            if (patent.forwardCitations().isPresent()) {
                int cited = Math.min(40, 8 * patent.forwardCitations().getAsInt());
                technical.add(
                        patent.mainBusiness().isEmpty()
                                ? (type + cited) / 80.0 * 100
                                : type + cited + (patent.mainBusiness().get() ? 20.0 : 0));
            }
            double used = (patents.happened(patent, PatentEventType.LICENSED) ? 20 : 0)
                    + (pledged(patent) ? 20 : 0)
                    + (awarded ? 10 : 0)
                    + 20 * (1 - left);
            economic.add(
                    patent.familyOffices().isEmpty()
                            ? used / 70 * 100
                            : used + Math.min(30, 10 * patent.familyOffices().getAsInt()));
            boolean abroad =
                    patent.familyOffices().isPresent() && patent.familyOffices().getAsInt() > 0;
            boolean invention = patent.type() == Patent.PatentType.INVENTION;
            highValue += invention && (abroad || left < 0.5 || pledged(patent) || awarded) ? 1 : 0;
        }
        say("high_value_inventions", highValue);
        if (inForce.isEmpty()) {
            return;
        }
        say("patent_legal_value", average(legal));
        say("patent_economic_value", average(economic));
        if (technical.isEmpty()) {
            say("patent_quality", (4 * average(legal) + 3 * average(economic)) / 7);
        } else {
            say("patent_technical_value", average(technical));
            say("patent_quality", (4 * average(legal) + 3 * average(technical) + 3 * average(economic)) / 10);
        }
    }

    private void ageing(List<Patent> inForce) {
        double weights = 0;
        double years = 0;
        double expiring = 0;
        for (Patent patent : inForce) {
            LocalDate end = NaivePatents.termEnd(patent);
            double weight = NaivePatents.byType(patent, 10, 4, 3);
            weights += weight;
            years += weight * today.until(end, ChronoUnit.DAYS) / 365.25;
            expiring += end.isAfter(today.plusYears(3)) ? 0 : 1;
        }
        ratio("patent_term_left_years", years, weights, 0, 20);
        ratio("patents_expiring_share_3y", expiring, inForce.size(), 0, 1);
    }

    private void fees(List<Patent> inForce) {
        double overdue = 0;
        double told = 0;
        for (Patent patent : inForce) {
            LocalDate due = LocalDate.MIN;
            for (PatentEvent event : all(PatentEvent.class)) {
                if (event.applicationNo().equals(patent.applicationNo())
                        && event.nextFeeDue().orElse(LocalDate.MIN).isAfter(due)) {
                    due = event.nextFeeDue().orElseThrow();
                }
            }
            if (!due.isBefore(today.minusMonths(6))) {
                told++;
                overdue += due.isBefore(today.minusDays(15)) ? 1 : 0;
            }
        }
        ratio("patent_fees_overdue_share", overdue, told, 0, 1);
    }

    private void pledges(List<Patent> inForce) {
        TreeSet<String> pledges = new TreeSet<>();
        boolean any = false;
        double amount = 0;
        for (Patent patent : inForce) {
            if (!pledged(patent)) {
                continue;
            }
            any = true;
            List<LocalDate> days = patents.days(patent, PatentEventType.PLEDGED);
            days.sort(null);
            for (PatentEvent event : all(PatentEvent.class)) {
                boolean last = event.type() == PatentEventType.PLEDGED
                        && event.applicationNo().equals(patent.applicationNo())
                        && event.occurredAt().equals(days.get(days.size() - 1));
                Optional<Money> secured = event.amount();
                if (last
                        && secured.isPresent()
                        && pledges.add(event.occurredAt() + "|" + event.counterparty() + "|" + secured)) {
                    amount += secured.get().fen();
                }
            }
        }
        if (any && pledges.isEmpty()) {
            missing("patent_pledge_amount", NOT_DISCLOSED);
        } else {
            say("patent_pledge_amount", amount / 100);
        }
    }

    private void troubles() {
        int disputes = 0;
        int sold = 0;
        for (Patent patent : all(Patent.class)) {
            boolean alive = List.of("alive", "pending").contains(patents.state(patent));
            disputes += alive && disputed(patent) ? 1 : 0;
            List<LocalDate> days = patents.days(patent, PatentEventType.TRANSFERRED_OUT);
            days.sort(null);
            boolean gone = patents.standing(patent, PatentEventType.TRANSFERRED_OUT, PatentEventType.ACQUIRED);
            boolean recent = gone
                    && days.get(days.size() - 1).isBefore(today)
                    && !days.get(days.size() - 1).isBefore(today.minusMonths(24));
            sold += recent ? 1 : 0;
        }
        say("patent_disputes_open", disputes);
        say("patents_transferred_out_24m", sold);
    }
}
