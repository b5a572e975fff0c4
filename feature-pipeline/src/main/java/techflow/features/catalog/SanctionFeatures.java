package techflow.features.catalog;

import static techflow.features.catalog.ConductFeatures.inRegister;
import static techflow.features.catalog.ConductFeatures.registerFeature;
import static techflow.features.signal.SignalKind.PENALTY;
import static techflow.features.signal.SignalKind.TAX_INSPECTION;

import java.util.List;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.Unit;
import techflow.features.signal.Money;
import techflow.features.signal.Penalty;
import techflow.features.signal.TaxInspection;
import techflow.features.signal.TaxInspection.Finding;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/**
 * 行政处罚与税务稽查: fines that stand and cases of tax inspection. A repaired penalty
 * leaves no trace in any feature: it must not be held against the firm.
 */
final class SanctionFeatures {
    private static final int MONTHS = 36;

    private SanctionFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(finesStanding(), inspectionsOpen(), inspectionFindings());
    }

    private static FeatureDefinition finesStanding() {
        return registerFeature("penalty_fines_standing", "有效行政处罚金额", PENALTY)
                .describedAs(
                        "Fines of the administrative penalties that stand, and may still be shown to the public, on the"
                                + " as-of day.")
                .in(Unit.YUAN, Range.NOT_NEGATIVE)
                .riskierWhenHigher("the fine measures the breach, and it has to be paid")
                .source("市场监督管理行政处罚信息公示规定 art. 13–14 (repaired and expired ones must not count)")
                .is(snapshot -> inRegister(
                        snapshot,
                        PENALTY,
                        Penalty.class,
                        penalties -> penalties.stream()
                                .filter(penalty -> ConductFeatures.standing(penalty, snapshot))
                                .map(Penalty::fine)
                                .reduce(Money.ZERO, Money::plus)
                                .yuan()));
    }

    private static FeatureDefinition inspectionsOpen() {
        return registerFeature("tax_inspections_open", "未结税务稽查案件数", TAX_INSPECTION)
                .describedAs("Cases of tax inspection known as open, whatever their age.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("a case opens on a suspicion and may end in arrears and a fine")
                .source("税务稽查案件办理程序规定; own design")
                .is(snapshot -> inRegister(
                        snapshot,
                        TAX_INSPECTION,
                        TaxInspection.class,
                        cases -> cases.stream()
                                .filter(one -> one.status() == TaxInspection.Status.OPEN)
                                .count()));
    }

    private static FeatureDefinition inspectionFindings() {
        return registerFeature("tax_inspection_findings_36m", "近36个月税务稽查查实案件数", TAX_INSPECTION)
                .describedAs("Cases of tax inspection opened in the 36 months before the as-of day that found an"
                        + " irregularity or evasion.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("a firm that deceived the tax authority may deceive a lender")
                .source("税务稽查案件办理程序规定; own design")
                .is(SanctionFeatures::inspectionFindings);
    }

    private static FeatureValue inspectionFindings(Snapshot snapshot) {
        Window window = Window.months(snapshot.asOf(), MONTHS);
        return inRegister(
                snapshot,
                TAX_INSPECTION,
                TaxInspection.class,
                cases -> cases.stream()
                        .filter(one -> one.finding() == Finding.IRREGULARITY || one.finding() == Finding.EVASION)
                        .filter(one -> window.contains(one.occurredAt()))
                        .count());
    }
}
