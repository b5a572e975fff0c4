package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.RESEARCH;
import static techflow.features.signal.SignalKind.ANNUAL_REPORT;
import static techflow.features.signal.SignalKind.TECHNOLOGY_CONTRACT;

import java.util.List;
import java.util.function.Predicate;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.Money;
import techflow.features.signal.TechnologyContract;
import techflow.features.signal.TechnologyContract.ContractType;
import techflow.features.signal.TechnologyContract.Role;
import techflow.features.signal.TechnologyContract.Status;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/** 技术转化: technology that is sold. */
final class ConversionFeatures {
    private static final int MONTHS = 36;
    private static final String NO_CONTRACT =
            "no technology contract known: registration is voluntary, and gives tax relief";
    private static final String CONVERSION =
            "技术转化力 is a published correction of 技术流; our working definition, no official formula is published";

    private ConversionFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(contractsSold(), licenceIncome(), contractsToRevenue());
    }

    private static FeatureDefinition contractsSold() {
        return sold("technology_contracts_36m", "近36个月技术合同成交额", "technology contracts", contract -> true);
    }

    private static FeatureDefinition licenceIncome() {
        return sold(
                "technology_licence_income_36m",
                "近36个月技术转让与许可收入",
                "contracts on transfer or licence of technology",
                contract -> contract.type() == ContractType.TRANSFER || contract.type() == ContractType.LICENCE);
    }

    private static FeatureDefinition sold(
            String name, String chineseName, String what, Predicate<TechnologyContract> counted) {
        return feature(name, chineseName, RESEARCH)
                .describedAs("Technology part, or the whole amount where no part is stated, of the " + what
                        + " that the firm sold and registered in the 36 months before the as-of day and that are not"
                        + " cancelled.")
                .in(Unit.YUAN, Range.NOT_NEGATIVE)
                .saferWhenHigher("technology that sells pays debts")
                .missingMeans(NO_CONTRACT)
                .source(CONVERSION)
                .reads(TECHNOLOGY_CONTRACT)
                .is(snapshot -> amountSold(snapshot, counted));
    }

    private static FeatureValue amountSold(Snapshot snapshot, Predicate<TechnologyContract> counted) {
        List<TechnologyContract> contracts = snapshot.signals(TECHNOLOGY_CONTRACT, TechnologyContract.class);
        if (contracts.isEmpty()) {
            return FeatureValue.missing(MissingReason.NO_DATA);
        }
        Window window = Window.months(snapshot.asOf(), MONTHS);
        Money sold = Money.ZERO;
        for (TechnologyContract contract : contracts) {
            boolean standing = contract.role() == Role.SELLER && contract.status() == Status.REGISTERED;
            if (standing && window.contains(contract.occurredAt()) && counted.test(contract)) {
                sold = sold.plus(contract.technologyAmount().orElse(contract.amount()));
            }
        }
        return FeatureValue.of(sold.yuan());
    }

    private static FeatureDefinition contractsToRevenue() {
        return feature("technology_contracts_to_revenue", "技术合同成交额占营业收入比", RESEARCH)
                .describedAs("Technology contract turnover over revenue, latest year that discloses both among the 3"
                        + " calendar years before the as-of year; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("technology that sells pays debts")
                .missingMeans(ResearchFeatures.NOT_TOLD_RECENTLY + "; undefined without revenue")
                .source(CONVERSION)
                .reads(ANNUAL_REPORT)
                .is(snapshot -> ResearchFeatures.share(
                        snapshot,
                        report -> ResearchFeatures.yuan(report.technologyContracts()),
                        ResearchFeatures::revenue,
                        Range.SHARE));
    }
}
