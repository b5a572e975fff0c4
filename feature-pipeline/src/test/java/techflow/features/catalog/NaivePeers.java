package techflow.features.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import techflow.features.PeerWorld;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.Signal;

/** Ranks among peers by counting: every firm of the population is asked anew at the table's date. */
final class NaivePeers {
    private static final Map<String, String> RANKS = Map.of(
            "peer_pct_rd_intensity", "rd_intensity",
            "peer_pct_ip_net_content", "ip_net_content",
            "peer_pct_net_margin", "net_margin",
            "peer_pct_leverage", "leverage",
            "peer_pct_sales", "tax_sales_12m",
            "peer_pct_sales_growth", "tax_sales_growth_12m",
            "peer_pct_top_buyer_share", "invoice_top_buyer_share_12m",
            "peer_pct_insured_growth", "insured_growth_12m",
            "peer_pct_wage_base", "wage_base_per_person",
            "peer_pct_electricity_growth", "electricity_growth_12m");
    private static final long OLDEST_SECONDS = 400L * 24 * 3600;

    /** One firm at one instant: the words of its group, the finest first, and its answers. */
    private record Firm(List<String> groups, Map<String, FeatureValue> answers) {}

    private final Map<Instant, List<Firm>> populations = new HashMap<>();

    /** Adds the ranks to the answers about one firm. */
    Map<String, FeatureValue> with(Map<String, FeatureValue> answers, Instant asOf, Collection<Signal> history) {
        Map<String, FeatureValue> all = new LinkedHashMap<>(answers);
        Firm firm = new Firm(groups(asOf, history, answers), answers);
        RANKS.forEach((rank, base) -> all.put(rank, rank(firm, base, asOf)));
        return all;
    }

    private FeatureValue rank(Firm firm, String base, Instant asOf) {
        if (!(value(firm, base) instanceof FeatureValue.Numeric mine)) {
            return value(firm, base);
        }
        if (firm.groups().isEmpty()) {
            return FeatureValue.missing(MissingReason.NO_DATA);
        }
        List<Firm> population = population(asOf);
        for (String group : firm.groups()) {
            double below = 0;
            double equal = 0;
            double all = 0;
            for (Firm peer : population) {
                if (peer.groups().contains(group) && value(peer, base) instanceof FeatureValue.Numeric theirs) {
                    all++;
                    below += theirs.value() < mine.value() ? 1 : 0;
                    equal += theirs.value() == mine.value() ? 1 : 0;
                }
            }
            if (all >= PeerWorld.SMALLEST_GROUP) {
                return FeatureValue.of((below + equal / 2) / all);
            }
        }
        return FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY);
    }

    private static FeatureValue value(Firm firm, String name) {
        return Objects.requireNonNull(firm.answers().get(name), name);
    }

    private List<Firm> population(Instant asOf) {
        Instant date = Instant.MIN;
        for (var day : PeerWorld.DATES) {
            if (!day.instant().isAfter(asOf)
                    && asOf.getEpochSecond() - day.instant().getEpochSecond() <= OLDEST_SECONDS) {
                date = day.instant();
            }
        }
        return populations.computeIfAbsent(date, NaivePeers::firms);
    }

    private static List<Firm> firms(Instant date) {
        List<Firm> firms = new ArrayList<>();
        if (date.equals(Instant.MIN)) {
            return firms;
        }
        for (List<Signal> history : PeerWorld.world().histories().values()) {
            Map<String, FeatureValue> answers = NaiveOracle.answers(date, history);
            firms.add(new Firm(groups(date, history, answers), answers));
        }
        return firms;
    }

    private static List<String> groups(Instant asOf, Collection<Signal> history, Map<String, FeatureValue> answers) {
        Optional<EnterpriseProfile> known = new NaiveReading(asOf, history).master();
        if (known.isEmpty()) {
            return List.of();
        }
        EnterpriseProfile latest = known.get();
        String stage = stage(answers);
        return stage.isEmpty()
                ? List.of(latest.industry(), "everyone")
                : List.of(
                        latest.industry() + stage + latest.province(),
                        latest.industry() + stage,
                        latest.industry(),
                        "everyone");
    }

    private static String stage(Map<String, FeatureValue> answers) {
        return answers.get("enterprise_stage") instanceof FeatureValue.Category stage ? " " + stage.label() + " " : "";
    }
}
