package techflow.scoring.card;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import techflow.features.definition.FeatureFamily;
import techflow.scoring.wording.Bilingual;

/**
 * How a firm could better a score without becoming safer, by the families of features that a model looks at. Our own list
 * of what reviewers of such models ask about; a bank adds what it has met.
 */
final class GamingVectors {
    private static final Map<FeatureFamily, Bilingual> KNOWN = known();

    private GamingVectors() {}

    /** Those that concern these families, in the order of the catalogue. */
    static List<Bilingual> of(Set<FeatureFamily> families) {
        return KNOWN.keySet().stream()
                .filter(families::contains)
                .map(family -> Objects.requireNonNull(KNOWN.get(family)))
                .toList();
    }

    private static Map<FeatureFamily, Bilingual> known() {
        Map<FeatureFamily, Bilingual> known = new EnumMap<>(FeatureFamily.class);
        known.put(
                FeatureFamily.TECHNOLOGY,
                new Bilingual(
                        "批量申请或受让低质量专利、把一项发明拆成多件申请；应看授权率、维持年限、受让占比",
                        "filing or buying patents of little worth, or splitting one invention into many filings; look at"
                                + " grant rate, years kept in force and share acquired"));
        known.put(
                FeatureFamily.RESEARCH,
                new Bilingual(
                        "把日常支出列为研发费用、把一般员工列为研发人员；应与加计扣除和社保口径核对",
                        "booking ordinary cost as R&D, or ordinary staff as R&D staff; check against the super-deduction"
                                + " and social insurance"));
        known.put(
                FeatureFamily.INNOVATION,
                new Bilingual(
                        "为积分而取得资质、奖项；应看取得时间与申请贷款时间的距离",
                        "certificates and awards acquired for the points; look at how shortly before the loan"));
        known.put(
                FeatureFamily.TAX,
                new Bilingual(
                        "为授信提前开票、缴税后冲回；应看红字发票和更正申报",
                        "invoicing and paying tax early for the loan, then reversing; look at red invoices and amended"
                                + " returns"));
        known.put(
                FeatureFamily.INVOICE,
                new Bilingual(
                        "关联方之间循环开票、作废集中在期末之后；应看对手方集中度和作废率",
                        "circular invoices among related parties, voids bunched after the period's end; look at"
                                + " concentration of counterparties and void rate"));
        known.put(
                FeatureFamily.EMPLOYMENT,
                new Bilingual(
                        "短期挂靠参保人数；应看参保月数的稳定性", "staff insured for a short while only; look at steadiness over months"));
        known.put(
                FeatureFamily.BANK_FLOW,
                new Bilingual(
                        "资金空转虚增流水；应看同日进出", "money sent in circles to swell turnover; look at same-day in and out"));
        known.put(
                FeatureFamily.FINANCING,
                new Bilingual(
                        "披露未到账的融资；应以实缴和工商变更为准",
                        "announcing rounds that were not paid in; rely on paid-in capital and registry changes"));
        return known;
    }
}
