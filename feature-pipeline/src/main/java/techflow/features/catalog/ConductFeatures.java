package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.CONDUCT;
import static techflow.features.signal.SignalKind.COURT_RECORD;
import static techflow.features.signal.SignalKind.ENCUMBRANCE;
import static techflow.features.signal.SignalKind.ENTERPRISE_PROFILE;
import static techflow.features.signal.SignalKind.MONTHLY_INVOICES;
import static techflow.features.signal.SignalKind.MONTHLY_TAX;
import static techflow.features.signal.SignalKind.PENALTY;
import static techflow.features.signal.SignalKind.REGISTRY_EVENT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.CourtRecord;
import techflow.features.signal.CourtRecord.Role;
import techflow.features.signal.Encumbrance;
import techflow.features.signal.Encumbrance.EncumbranceType;
import techflow.features.signal.Penalty;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.RegistryEvent.RegistryEventType;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/**
 * 合规与司法: penalties, registers and courts. These registers are complete by law: a firm that is known and has no record
 * there has none, so that its count is 0. Only a firm of which neither master data nor a record is known is missing.
 */
final class ConductFeatures {
    private static final Range FLAG = new Range(0, 1);
    private static final Range CLAIMS = new Range(0, 10);
    private static final String FIRM_UNKNOWN = "neither master data nor a record of this register is known";

    private ConductFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(
                penaltiesStanding(),
                listed(
                        "abnormal_listed",
                        "列入经营异常名录",
                        RegistryEventType.ABNORMAL_LISTED,
                        RegistryEventType.ABNORMAL_REMOVED,
                        "missing annual report or unreachable address; a weak sign alone, for most are cured"),
                listed(
                        "serious_listed",
                        "列入严重违法失信名单",
                        RegistryEventType.SERIOUS_LISTED,
                        RegistryEventType.SERIOUS_REMOVED,
                        "serious breach, or three years on the abnormal list"),
                casesOpen(
                        "defendant_cases_open", "未结被告案件数", Role.DEFENDANT, "claims against the firm may become debts"),
                casesOpen("enforced_cases_open", "未结被执行案件数", Role.ENFORCED, "it owes by judgment and did not pay"),
                casesOpen(
                        "dishonest_cases_open", "失信被执行人案件数", Role.DISHONEST, "it could pay by judgment and would not"),
                courtAmountToSales(),
                equityFrozen(),
                equityPledges(),
                representativeChanges(),
                registryClosed());
    }

    private static FeatureDefinition.Builder registerFeature(String name, String chineseName, SignalKind register) {
        return feature(name, chineseName, CONDUCT)
                .missingMeans(FIRM_UNKNOWN)
                .source(Sources.PUBLICITY)
                .reads(register, ENTERPRISE_PROFILE);
    }

    private static FeatureDefinition penaltiesStanding() {
        return registerFeature("penalties_standing", "有效行政处罚数", PENALTY)
                .describedAs(
                        "Administrative penalties that stand, and may still be shown to the public, on the as-of day.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("breaches cost money and show weak control")
                .source("市场监督管理行政处罚信息公示规定 art. 13–14 (repaired and expired ones must not count)")
                .is(ConductFeatures::penaltiesStanding);
    }

    private static FeatureValue penaltiesStanding(Snapshot snapshot) {
        LocalDate today = snapshot.asOf().date();
        return inRegister(
                snapshot,
                PENALTY,
                Penalty.class,
                penalties -> penalties.stream()
                        .filter(penalty -> penalty.status() == Penalty.Status.STANDING)
                        .filter(penalty -> penalty.publicUntil().isAfter(today))
                        .count());
    }

    private static FeatureDefinition listed(
            String name, String chineseName, RegistryEventType on, RegistryEventType off, String because) {
        return registerFeature(name, chineseName, REGISTRY_EVENT)
                .describedAs("1 when the last " + on + " known before the as-of instant is not followed, on its day or"
                        + " later, by " + off + "; else 0.")
                .in(Unit.COUNT, FLAG)
                .riskierWhenHigher(because)
                .is(snapshot -> inRegister(
                        snapshot, REGISTRY_EVENT, RegistryEvent.class, events -> stands(events, on, off) ? 1 : 0));
    }

    private static boolean stands(List<RegistryEvent> events, RegistryEventType on, RegistryEventType off) {
        LocalDate began = LocalDate.MIN;
        LocalDate ended = LocalDate.MIN;
        for (RegistryEvent event : events) { // ordered by day
            began = event.type() == on ? event.occurredAt() : began;
            ended = event.type() == off ? event.occurredAt() : ended;
        }
        return began.isAfter(ended);
    }

    private static FeatureDefinition casesOpen(String name, String chineseName, Role role, String because) {
        return registerFeature(name, chineseName, COURT_RECORD)
                .describedAs("Court matters known as open with the firm as " + role + ", whatever their age.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher(because)
                .source("最高人民法院关于公布失信被执行人名单信息的若干规定 (2013) and public court records; own design")
                .is(snapshot -> inRegister(
                        snapshot,
                        COURT_RECORD,
                        CourtRecord.class,
                        records -> records.stream()
                                .filter(record -> record.role() == role && record.status() == CourtRecord.Status.OPEN)
                                .count()));
    }

    private static FeatureDefinition courtAmountToSales() {
        return registerFeature("court_amount_open_to_sales", "未结涉诉金额与销售额之比", COURT_RECORD)
                .describedAs(
                        "Amounts of open court matters with the firm as defendant, enforced or dishonest, each case"
                                + " number once at its largest amount, over the net issued invoices of "
                                + Windows.LAST_YEAR
                                + ", or over the sales declared for tax when invoices are not known; 0 without an open amount;"
                                + " clamped to [0, 10].")
                .in(Unit.RATIO, CLAIMS)
                .riskierWhenHigher("claims near a year's sales can end the firm")
                .missingMeans(
                        FIRM_UNKNOWN + ", or an amount is open while sales are missing or not positive (undefined)")
                .source(Sources.OWN)
                .reads(COURT_RECORD, ENTERPRISE_PROFILE, MONTHLY_INVOICES, MONTHLY_TAX)
                .is(ConductFeatures::courtAmountToSales);
    }

    private static FeatureValue courtAmountToSales(Snapshot snapshot) {
        FeatureValue open = inRegister(snapshot, COURT_RECORD, CourtRecord.class, ConductFeatures::openAmount);
        if (!(open instanceof FeatureValue.Numeric amount) || amount.value() <= 0) {
            return open instanceof FeatureValue.Numeric ? FeatureValue.of(0) : open;
        }
        FeatureValue invoiced = InvoiceFeatures.yearlySales(snapshot);
        FeatureValue sales = invoiced instanceof FeatureValue.Numeric ? invoiced : TaxFeatures.yearlySales(snapshot);
        return sales instanceof FeatureValue.Numeric known
                ? Ratio.of(amount.value(), known.value(), CLAIMS)
                : FeatureValue.missing(MissingReason.UNDEFINED);
    }

    /** A case that went from judgment to enforcement stands in the records under each role: it counts once. */
    private static double openAmount(List<CourtRecord> records) {
        Map<String, Double> largest = new LinkedHashMap<>();
        for (CourtRecord record : records) {
            if (record.status() == CourtRecord.Status.OPEN && record.role() != Role.PLAINTIFF) {
                largest.merge(record.caseNo(), record.amount().yuan(), Math::max);
            }
        }
        return largest.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static FeatureDefinition equityFrozen() {
        return registerFeature("equity_frozen", "股权冻结", ENCUMBRANCE)
                .describedAs("1 when a freeze of an owner's equity is known that is not released and whose term has not"
                        + " ended on the as-of day; else 0.")
                .in(Unit.COUNT, FLAG)
                .riskierWhenHigher("a court secures a claim against an owner")
                .is(ConductFeatures::equityFrozen);
    }

    private static FeatureValue equityFrozen(Snapshot snapshot) {
        LocalDate today = snapshot.asOf().date();
        return inRegister(
                snapshot,
                ENCUMBRANCE,
                Encumbrance.class,
                entries -> entries.stream()
                                .anyMatch(entry -> entry.type() == EncumbranceType.EQUITY_FREEZE && entry.binds(today))
                        ? 1
                        : 0);
    }

    private static FeatureDefinition equityPledges() {
        return registerFeature("equity_pledges_36m", "近36个月股权出质次数", ENCUMBRANCE)
                .describedAs("Equity pledges registered in the 36 months before the as-of day, released ones included.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .noDirection("a pledge shows a lender's trust as well as debt")
                .is(ConductFeatures::equityPledges);
    }

    private static FeatureValue equityPledges(Snapshot snapshot) {
        Window window = Window.months(snapshot.asOf(), 36);
        return inRegister(
                snapshot,
                ENCUMBRANCE,
                Encumbrance.class,
                entries -> entries.stream()
                        .filter(entry ->
                                entry.type() == EncumbranceType.EQUITY_PLEDGE && window.contains(entry.occurredAt()))
                        .count());
    }

    private static FeatureDefinition representativeChanges() {
        return registerFeature("legal_representative_changes_12m", "近12个月法定代表人变更次数", REGISTRY_EVENT)
                .describedAs("Changes of the legal representative in the 12 months before the as-of day.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("owners who expect trouble hand the post to others")
                .is(snapshot -> countEvents(snapshot, RegistryEventType.LEGAL_REPRESENTATIVE_CHANGED, 12));
    }

    private static FeatureValue countEvents(Snapshot snapshot, RegistryEventType type, int months) {
        Window window = Window.months(snapshot.asOf(), months);
        return inRegister(
                snapshot,
                REGISTRY_EVENT,
                RegistryEvent.class,
                events -> events.stream()
                        .filter(event -> event.type() == type && window.contains(event.occurredAt()))
                        .count());
    }

    private static FeatureDefinition registryClosed() {
        return registerFeature("registry_closed", "已注销或吊销", REGISTRY_EVENT)
                .describedAs("1 when the firm is known as deregistered or its licence as revoked; else 0.")
                .in(Unit.COUNT, FLAG)
                .riskierWhenHigher("a firm that is closed cannot repay from business")
                .is(snapshot -> inRegister(
                        snapshot,
                        REGISTRY_EVENT,
                        RegistryEvent.class,
                        events -> events.stream()
                                        .anyMatch(event -> event.type() == RegistryEventType.DEREGISTERED
                                                || event.type() == RegistryEventType.LICENCE_REVOKED)
                                ? 1
                                : 0));
    }

    private static <S extends Signal> FeatureValue inRegister(
            Snapshot snapshot, SignalKind register, Class<S> type, ToDoubleFunction<List<S>> value) {
        List<S> records = snapshot.signals(register, type);
        return records.isEmpty() && snapshot.profile().isEmpty()
                ? FeatureValue.missing(MissingReason.NO_DATA)
                : FeatureValue.of(value.applyAsDouble(records));
    }
}
