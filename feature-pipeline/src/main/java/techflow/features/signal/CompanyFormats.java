package techflow.features.signal;

import static techflow.features.signal.Column.date;
import static techflow.features.signal.Column.matching;
import static techflow.features.signal.Column.money;
import static techflow.features.signal.Column.optional;
import static techflow.features.signal.Column.optionalCount;
import static techflow.features.signal.Column.optionalMoney;
import static techflow.features.signal.Column.text;
import static techflow.features.signal.Column.word;
import static techflow.features.signal.Column.year;

import java.util.OptionalInt;

/** 企业主体: master data, yearly figures and equity financing. */
final class CompanyFormats {
    private CompanyFormats() {}

    static SignalFormat enterpriseProfile() {
        var format = FormatBuilder.of(SignalKind.ENTERPRISE_PROFILE, EnterpriseProfile.class);
        var name = format.cell(text("name", "registered name", "示例科技有限公司"), EnterpriseProfile::name);
        var industry = format.cell(
                matching("industry", "[A-T][0-9]{2}", "GB/T 4754-2017 division", "C39"), EnterpriseProfile::industry);
        var field = format.cell(
                word("field", TechnologyField.class, "technology field (高新技术领域)"), EnterpriseProfile::field);
        var province = format.cell(
                matching("province", "[0-9]{2}", "GB/T 2260 province code", "44"), EnterpriseProfile::province);
        var established = format.cell(
                date("established_on", "date of registration (成立日期)", "2019-03-18"), EnterpriseProfile::establishedOn);
        var capital = format.cell(
                money("registered_capital", "registered capital (注册资本), yuan", "5000000.00"),
                EnterpriseProfile::registeredCapital);
        return format.reads(row -> new EnterpriseProfile(
                row.header(),
                row.get(name),
                row.get(industry),
                row.get(field),
                row.get(province),
                row.get(established),
                row.get(capital)));
    }

    static SignalFormat annualReport() {
        var format = FormatBuilder.of(SignalKind.ANNUAL_REPORT, AnnualReport.class);
        var year = format.cell(year("year", "calendar year summed up"), AnnualReport::year);
        var revenue = format.cell(
                optionalMoney("revenue", "operating revenue (营业收入), yuan", "32000000.00"), AnnualReport::revenue);
        var rd = format.cell(
                optionalMoney("rd_expense", "R&D expense (研发费用), yuan", "2600000.00"), AnnualReport::rdExpense);
        var highTech = format.cell(
                optionalMoney("high_tech_revenue", "high-tech product revenue (高新技术产品收入), yuan", "24000000.00"),
                AnnualReport::highTechRevenue);
        var contracts = format.cell(
                optionalMoney("technology_contracts", "technology contract turnover (技术合同成交额), yuan", "800000.00"),
                AnnualReport::technologyContracts);
        var profit = format.cell(
                optionalMoney("net_profit", "net profit (净利润), yuan", "1500000.00"), AnnualReport::netProfit);
        var netAssets = format.cell(
                optionalMoney("net_assets", "net assets (净资产), yuan", "12000000.00"), AnnualReport::netAssets);
        var liabilities = format.cell(
                optionalMoney("total_liabilities", "total liabilities (负债总额), yuan", "9000000.00"),
                AnnualReport::totalLiabilities);
        var staff =
                format.cell(optionalCount("staff", "persons employed at year end (职工总数)", "64"), AnnualReport::staff);
        var rdStaff = format.cell(
                optionalCount("rd_staff", "persons in R&D (科技人员), part of staff", "17"), AnnualReport::rdStaff);
        var mainRevenue = format.cell(
                optionalMoney(
                        "main_revenue", "revenue of the main business (主营业务收入), part of revenue, yuan", "30000000.00"),
                AnnualReport::mainRevenue);
        var cost = format.cell(
                optional(money("total_cost", "total cost and expense (成本费用总额), yuan", "30100000.00")),
                AnnualReport::totalCost);
        var domestic = format.cell(
                optionalMoney(
                        "rd_expense_domestic", "R&D expense in China (境内研发费用), part of rd_expense, yuan", "2500000.00"),
                AnnualReport::rdExpenseDomestic);
        var assets = format.cell(
                optional(money("total_assets", "total assets at year end (资产总额), yuan", "21000000.00")),
                AnnualReport::totalAssets);
        var graduates = format.cell(
                optionalCount(
                        "postgraduates", "persons with a master's or doctor's degree (研究生以上), part of staff", "6"),
                AnnualReport::postgraduates);
        return format.yearBegunByItsDay(year)
                .rule(rdStaff, "must not be more than staff", s -> isPart(s.rdStaff(), s.staff()))
                .rule(graduates, "must not be more than staff", s -> isPart(s.postgraduates(), s.staff()))
                .atMostIfKnown(mainRevenue, revenue)
                .atMostIfKnown(domestic, rd)
                .reads(row -> new AnnualReport(
                        row.header(),
                        row.get(year),
                        row.get(revenue),
                        row.get(rd),
                        row.get(highTech),
                        row.get(contracts),
                        row.get(profit),
                        row.get(netAssets),
                        row.get(liabilities),
                        row.get(staff),
                        row.get(rdStaff),
                        row.get(mainRevenue),
                        row.get(cost),
                        row.get(domestic),
                        row.get(assets),
                        row.get(graduates)));
    }

    private static boolean isPart(OptionalInt part, OptionalInt whole) {
        return part.isEmpty() || whole.isEmpty() || part.getAsInt() <= whole.getAsInt();
    }

    static SignalFormat equityFinancing() {
        var format = FormatBuilder.of(SignalKind.EQUITY_FINANCING, EquityFinancing.class);
        var roundNo = format.cell(
                text("round_no", "the source's number of the round", "RZ2026-0007"), EquityFinancing::roundNo);
        var round = format.cell(word("round", EquityFinancing.Round.class, "which round"), EquityFinancing::round);
        var amount = format.cell(
                optional(money("amount", "money raised, yuan, empty when not published", "15000000.00")),
                EquityFinancing::amount);
        var postMoney = format.cell(
                optional(money(
                        "post_money", "value after the round (投后估值), yuan, empty when not published", "90000000.00")),
                EquityFinancing::postMoney);
        var lead = format.cell(
                word("lead_investor", EquityFinancing.InvestorType.class, "who led it (领投方类型)"),
                EquityFinancing::leadInvestor);
        return format.atMostIfKnown(amount, postMoney)
                .reads(row -> new EquityFinancing(
                        row.header(),
                        row.get(roundNo),
                        row.get(round),
                        row.get(amount),
                        row.get(postMoney),
                        row.get(lead)));
    }
}
