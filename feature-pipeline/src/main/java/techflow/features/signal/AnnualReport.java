package techflow.features.signal;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Yearly figures of research and business (年度研发与经营数据). Firms disclose what they choose: empty means not
 * disclosed, never zero.
 *
 * @param year the calendar year summed up
 * @param revenue operating revenue (营业收入)
 * @param rdExpense R&amp;D expense (研发费用)
 * @param highTechRevenue revenue from high-tech products (高新技术产品收入)
 * @param technologyContracts technology contract turnover (技术合同成交额)
 * @param netProfit net profit (净利润)
 * @param netAssets net assets (净资产)
 * @param totalLiabilities total liabilities (负债总额)
 * @param staff persons employed at year end (职工总数)
 * @param rdStaff persons in R&amp;D (科技人员)
 * @param mainRevenue revenue from the main business (主营业务收入), a part of revenue
 * @param totalCost total cost and expense (成本费用总额)
 * @param rdExpenseDomestic the part of R&amp;D expense spent in China (境内研发费用)
 * @param totalAssets total assets at year end (资产总额)
 * @param postgraduates persons with a master's or doctor's degree (研究生以上人员)
 */
public record AnnualReport(
        SignalHeader header,
        int year,
        Optional<Money> revenue,
        Optional<Money> rdExpense,
        Optional<Money> highTechRevenue,
        Optional<Money> technologyContracts,
        Optional<Money> netProfit,
        Optional<Money> netAssets,
        Optional<Money> totalLiabilities,
        OptionalInt staff,
        OptionalInt rdStaff,
        Optional<Money> mainRevenue,
        Optional<Money> totalCost,
        Optional<Money> rdExpenseDomestic,
        Optional<Money> totalAssets,
        OptionalInt postgraduates)
        implements Signal {
    /** A report in the short form, without the last five figures. */
    public AnnualReport(
            SignalHeader header,
            int year,
            Optional<Money> revenue,
            Optional<Money> rdExpense,
            Optional<Money> highTechRevenue,
            Optional<Money> technologyContracts,
            Optional<Money> netProfit,
            Optional<Money> netAssets,
            Optional<Money> totalLiabilities,
            OptionalInt staff,
            OptionalInt rdStaff) {
        this(
                header,
                year,
                revenue,
                rdExpense,
                highTechRevenue,
                technologyContracts,
                netProfit,
                netAssets,
                totalLiabilities,
                staff,
                rdStaff,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    @Override
    public String naturalKey() {
        return Integer.toString(year);
    }

    @Override
    public SignalKind kind() {
        return SignalKind.ANNUAL_REPORT;
    }
}
