package techflow.features.signal;

import static techflow.features.signal.Column.count;
import static techflow.features.signal.Column.date;
import static techflow.features.signal.Column.flag;
import static techflow.features.signal.Column.matching;
import static techflow.features.signal.Column.money;
import static techflow.features.signal.Column.month;
import static techflow.features.signal.Column.optionalCount;
import static techflow.features.signal.Column.optionalDate;
import static techflow.features.signal.Column.optionalMoney;
import static techflow.features.signal.Column.optionalNumber;
import static techflow.features.signal.Column.quantity;
import static techflow.features.signal.Column.text;
import static techflow.features.signal.Column.word;
import static techflow.features.signal.Column.year;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The columns of one signal kind and the way between its row and its record. CSV files, the database and the data
 * dictionary are all made from these.
 */
public final class SignalFormat {
    /** The first columns of every kind. */
    public static final List<String> HEADER_COLUMNS = List.of("uscc", "occurred_at", "known_at", "source");

    private static final Map<SignalKind, SignalFormat> FORMATS = formats();

    private final SignalKind kind;
    private final List<Column<?>> columns;
    private final Function<Row, Signal> reader;
    private final Function<Signal, List<String>> writer;

    private SignalFormat(
            SignalKind kind,
            List<Column<?>> columns,
            Function<Row, Signal> reader,
            Function<Signal, List<String>> writer) {
        this.kind = kind;
        this.columns = columns;
        this.reader = reader;
        this.writer = writer;
    }

    public static SignalFormat of(SignalKind kind) {
        return Optional.ofNullable(FORMATS.get(kind)).orElseThrow();
    }

    public SignalKind kind() {
        return kind;
    }

    /** The kind's own columns, after {@link #HEADER_COLUMNS}. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** The header line of the kind's CSV file. */
    public List<String> header() {
        List<String> header = new ArrayList<>(HEADER_COLUMNS);
        columns.forEach(column -> header.add(column.name()));
        return header;
    }

    Signal read(SignalHeader header, Object[] parsed) {
        return reader.apply(new Row(header, columns, parsed));
    }

    List<String> write(Signal signal) {
        return writer.apply(signal);
    }

    /** A row whose cells have all been parsed. */
    private record Row(SignalHeader header, List<Column<?>> columns, Object[] parsed) {
        @SuppressWarnings("unchecked") // the cell at a column's position was parsed by that column
        <T> T get(Column<T> column) {
            return (T) parsed[columns.indexOf(column)];
        }
    }

    /** One cell to write. */
    private record Cell<S, T>(Column<T> column, Function<S, T> value) {
        String write(S signal) {
            return column.format().apply(value.apply(signal));
        }
    }

    private static <S, T> Cell<S, T> cell(Column<T> column, Function<S, T> value) {
        return new Cell<>(column, value);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <S extends Signal> SignalFormat format(
            SignalKind kind, Class<S> type, Function<Row, S> reader, Cell<S, ?>... cells) {
        List<Cell<S, ?>> all = List.copyOf(Arrays.asList(cells));
        List<Column<?>> columns = new ArrayList<>();
        all.forEach(cell -> columns.add(cell.column()));
        return new SignalFormat(
                kind,
                List.copyOf(columns),
                reader::apply,
                signal -> all.stream().map(c -> c.write(type.cast(signal))).toList());
    }

    private static Map<SignalKind, SignalFormat> formats() {
        Map<SignalKind, SignalFormat> formats = new EnumMap<>(SignalKind.class);
        for (SignalKind kind : SignalKind.values()) {
            formats.put(
                    kind,
                    switch (kind) {
                        case ENTERPRISE_PROFILE -> enterpriseProfile();
                        case PATENT -> patent();
                        case PATENT_EVENT -> patentEvent();
                        case ANNUAL_REPORT -> annualReport();
                        case INNOVATION_INDICATORS -> innovationIndicators();
                        case TAX_RATING -> taxRating();
                        case MONTHLY_TAX -> monthlyTax();
                        case MONTHLY_INVOICES -> monthlyInvoices();
                        case CONTRIBUTION_MONTH -> contributionMonth();
                        case UTILITY_BILL -> utilityBill();
                        case REGISTRY_EVENT -> registryEvent();
                        case PENALTY -> penalty();
                        case COURT_RECORD -> courtRecord();
                        case CERTIFICATE -> certificate();
                    });
        }
        return formats;
    }

    private static SignalFormat enterpriseProfile() {
        Column<String> name = text("name", "registered name", "示例科技有限公司");
        Column<String> industry = matching("industry", "[A-T][0-9]{2}", "GB/T 4754-2017 division", "C39");
        Column<TechnologyField> field = word("field", TechnologyField.class, "technology field (高新技术领域)");
        Column<String> province = matching("province", "[0-9]{2}", "GB/T 2260 province code", "44");
        Column<LocalDate> established = date("established_on", "date of registration (成立日期)", "2019-03-18");
        Column<Money> capital = money("registered_capital", "registered capital (注册资本), yuan", "5000000.00");
        return format(
                SignalKind.ENTERPRISE_PROFILE,
                EnterpriseProfile.class,
                row -> new EnterpriseProfile(
                        row.header(),
                        row.get(name),
                        row.get(industry),
                        row.get(field),
                        row.get(province),
                        row.get(established),
                        row.get(capital)),
                cell(name, EnterpriseProfile::name),
                cell(industry, EnterpriseProfile::industry),
                cell(field, EnterpriseProfile::field),
                cell(province, EnterpriseProfile::province),
                cell(established, EnterpriseProfile::establishedOn),
                cell(capital, EnterpriseProfile::registeredCapital));
    }

    private static SignalFormat patent() {
        Column<String> no = text("application_no", "application number (申请号)", "CN202310000001.5");
        Column<Patent.PatentType> type = word("type", Patent.PatentType.class, "type of patent");
        Column<String> ipc = text("ipc", "main international patent classification", "H01L");
        Column<Integer> claims = count("claims", "number of claims (权利要求项数)", "10");
        Column<Patent.Origin> origin = word("origin", Patent.Origin.class, "filed by the firm or bought");
        return format(
                SignalKind.PATENT,
                Patent.class,
                row -> new Patent(
                        row.header(), row.get(no), row.get(type), row.get(ipc), row.get(claims), row.get(origin)),
                cell(no, Patent::applicationNo),
                cell(type, Patent::type),
                cell(ipc, Patent::ipc),
                cell(claims, Patent::claims),
                cell(origin, Patent::origin));
    }

    private static SignalFormat patentEvent() {
        Column<String> no = text("application_no", "application number of the patent", "CN202310000001.5");
        Column<PatentEvent.PatentEventType> type = word("type", PatentEvent.PatentEventType.class, "legal event");
        return format(
                SignalKind.PATENT_EVENT,
                PatentEvent.class,
                row -> new PatentEvent(row.header(), row.get(no), row.get(type)),
                cell(no, PatentEvent::applicationNo),
                cell(type, PatentEvent::type));
    }

    private static SignalFormat annualReport() {
        Column<Integer> year = year("year", "calendar year summed up");
        Column<Optional<Money>> revenue = optionalMoney("revenue", "operating revenue (营业收入), yuan", "32000000.00");
        Column<Optional<Money>> rd = optionalMoney("rd_expense", "R&D expense (研发费用), yuan", "2600000.00");
        Column<Optional<Money>> highTech =
                optionalMoney("high_tech_revenue", "high-tech product revenue (高新技术产品收入), yuan", "24000000.00");
        Column<Optional<Money>> contracts =
                optionalMoney("technology_contracts", "technology contract turnover (技术合同成交额), yuan", "800000.00");
        Column<Optional<Money>> profit = optionalMoney("net_profit", "net profit (净利润), yuan", "1500000.00");
        Column<Optional<Money>> assets = optionalMoney("net_assets", "net assets (净资产), yuan", "12000000.00");
        Column<Optional<Money>> liabilities =
                optionalMoney("total_liabilities", "total liabilities (负债总额), yuan", "9000000.00");
        Column<OptionalInt> staff = optionalCount("staff", "persons employed at year end (职工总数)", "64");
        Column<OptionalInt> rdStaff = optionalCount("rd_staff", "persons in R&D (科技人员)", "17");
        return format(
                SignalKind.ANNUAL_REPORT,
                AnnualReport.class,
                row -> new AnnualReport(
                        row.header(),
                        row.get(year),
                        row.get(revenue),
                        row.get(rd),
                        row.get(highTech),
                        row.get(contracts),
                        row.get(profit),
                        row.get(assets),
                        row.get(liabilities),
                        row.get(staff),
                        row.get(rdStaff)),
                cell(year, AnnualReport::year),
                cell(revenue, AnnualReport::revenue),
                cell(rd, AnnualReport::rdExpense),
                cell(highTech, AnnualReport::highTechRevenue),
                cell(contracts, AnnualReport::technologyContracts),
                cell(profit, AnnualReport::netProfit),
                cell(assets, AnnualReport::netAssets),
                cell(liabilities, AnnualReport::totalLiabilities),
                cell(staff, AnnualReport::staff),
                cell(rdStaff, AnnualReport::rdStaff));
    }

    private static SignalFormat innovationIndicators() {
        Column<Integer> year = year("year", "calendar year described");
        Column<OptionalDouble> official =
                optionalNumber("official_points", "total published by the authority, in its own scale", "");
        List<Cell<InnovationIndicators, ?>> cells = new ArrayList<>();
        cells.add(cell(year, InnovationIndicators::year));
        cells.add(cell(official, InnovationIndicators::officialPoints));
        Map<InnovationIndicator, Column<OptionalDouble>> columns = new EnumMap<>(InnovationIndicator.class);
        for (InnovationIndicator indicator : InnovationIndicator.values()) {
            Column<OptionalDouble> column = optionalNumber(
                    indicator.name().toLowerCase(Locale.ROOT),
                    indicator.chineseName() + ", see the unit there",
                    "0.12");
            columns.put(indicator, column);
            cells.add(cell(column, s -> optional(s.values().get(indicator))));
        }
        return format(
                SignalKind.INNOVATION_INDICATORS,
                InnovationIndicators.class,
                row -> {
                    Map<InnovationIndicator, Double> values = new EnumMap<>(InnovationIndicator.class);
                    columns.forEach(
                            (indicator, column) -> row.get(column).ifPresent(value -> values.put(indicator, value)));
                    return new InnovationIndicators(row.header(), row.get(year), values, row.get(official));
                },
                asArray(cells));
    }

    @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
    private static <S> Cell<S, ?>[] asArray(List<Cell<S, ?>> cells) {
        return cells.toArray(new Cell[0]);
    }

    private static OptionalDouble optional(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static SignalFormat taxRating() {
        Column<Integer> year = year("year", "calendar year rated");
        Column<TaxRating.Level> level = word("level", TaxRating.Level.class, "tax credit level");
        return format(
                SignalKind.TAX_RATING,
                TaxRating.class,
                row -> new TaxRating(row.header(), row.get(year), row.get(level)),
                cell(year, TaxRating::year),
                cell(level, TaxRating::level));
    }

    private static SignalFormat monthlyTax() {
        Column<YearMonth> period = month("period", "month declared");
        Column<Money> sales = money("declared_sales", "taxable sales declared, yuan", "2600000.00");
        Column<Money> payable = money("payable", "tax payable, yuan", "93600.00");
        Column<Money> paid = money("paid", "tax paid, yuan", "93600.00");
        Column<Money> arrears = money("arrears", "tax overdue at month end (欠税), yuan", "0.00");
        Column<Boolean> late = flag("filed_late", "return filed after the legal date");
        return format(
                SignalKind.MONTHLY_TAX,
                MonthlyTax.class,
                row -> new MonthlyTax(
                        row.header(),
                        row.get(period),
                        row.get(sales),
                        row.get(payable),
                        row.get(paid),
                        row.get(arrears),
                        row.get(late)),
                cell(period, MonthlyTax::period),
                cell(sales, MonthlyTax::declaredSales),
                cell(payable, MonthlyTax::payable),
                cell(paid, MonthlyTax::paid),
                cell(arrears, MonthlyTax::arrears),
                cell(late, MonthlyTax::filedLate));
    }

    private static SignalFormat monthlyInvoices() {
        Column<YearMonth> period = month("period", "month of issue");
        Column<MonthlyInvoices.Direction> direction =
                word("direction", MonthlyInvoices.Direction.class, "issued (销项) or received (进项)");
        Column<Integer> valid = count("count", "valid invoices with a positive amount", "38");
        Column<Money> amount = money("amount", "their amount before tax, yuan", "2600000.00");
        Column<Money> tax = money("tax", "their tax, yuan", "338000.00");
        Column<Integer> voids = count("void_count", "void invoices (作废)", "1");
        Column<Integer> reds = count("red_count", "valid red invoices (红字)", "0");
        Column<Money> redAmount = money("red_amount", "their amount before tax as a positive number, yuan", "0.00");
        Column<Integer> parties = count("counterparties", "distinct buyers or sellers", "9");
        Column<Money> top = money("top_counterparty_amount", "amount with the largest of them, yuan", "910000.00");
        Column<Money> topFive = money("top_five_amount", "amount with the five largest, yuan", "2100000.00");
        return format(
                SignalKind.MONTHLY_INVOICES,
                MonthlyInvoices.class,
                row -> new MonthlyInvoices(
                        row.header(),
                        row.get(period),
                        row.get(direction),
                        row.get(valid),
                        row.get(amount),
                        row.get(tax),
                        row.get(voids),
                        row.get(reds),
                        row.get(redAmount),
                        row.get(parties),
                        row.get(top),
                        row.get(topFive)),
                cell(period, MonthlyInvoices::period),
                cell(direction, MonthlyInvoices::direction),
                cell(valid, MonthlyInvoices::count),
                cell(amount, MonthlyInvoices::amount),
                cell(tax, MonthlyInvoices::tax),
                cell(voids, MonthlyInvoices::voidCount),
                cell(reds, MonthlyInvoices::redCount),
                cell(redAmount, MonthlyInvoices::redAmount),
                cell(parties, MonthlyInvoices::counterparties),
                cell(top, MonthlyInvoices::topCounterpartyAmount),
                cell(topFive, MonthlyInvoices::topFiveAmount));
    }

    private static SignalFormat contributionMonth() {
        Column<ContributionMonth.Scheme> scheme =
                word("scheme", ContributionMonth.Scheme.class, "social insurance (社保) or housing fund (公积金)");
        Column<YearMonth> period = month("period", "month owed for");
        Column<Integer> persons = count("persons", "persons contributed for (缴存人数)", "42");
        Column<Money> base = money("base", "total wage base (缴费基数), yuan", "336000.00");
        Column<Money> payable = money("payable", "contributions owed (应缴), yuan", "87360.00");
        Column<Money> paid = money("paid", "contributions paid so far (实缴), yuan", "87360.00");
        return format(
                SignalKind.CONTRIBUTION_MONTH,
                ContributionMonth.class,
                row -> new ContributionMonth(
                        row.header(),
                        row.get(scheme),
                        row.get(period),
                        row.get(persons),
                        row.get(base),
                        row.get(payable),
                        row.get(paid)),
                cell(scheme, ContributionMonth::scheme),
                cell(period, ContributionMonth::period),
                cell(persons, ContributionMonth::persons),
                cell(base, ContributionMonth::base),
                cell(payable, ContributionMonth::payable),
                cell(paid, ContributionMonth::paid));
    }

    private static SignalFormat utilityBill() {
        Column<UtilityBill.Utility> utility = word("utility", UtilityBill.Utility.class, "what was used");
        Column<String> meter = text("meter_no", "account or meter number (户号)", "0301234567");
        Column<YearMonth> period = month("period", "month used");
        Column<Double> quantity = quantity("quantity", "use in kWh, m³, m³ or GJ by utility", "18250");
        Column<Money> amount = money("amount", "the bill, yuan", "12410.00");
        Column<LocalDate> due = date("due_on", "last day for payment", "2026-10-25");
        Column<Optional<LocalDate>> paid = optionalDate("paid_on", "day of payment, empty while unpaid", "2026-10-19");
        return format(
                SignalKind.UTILITY_BILL,
                UtilityBill.class,
                row -> new UtilityBill(
                        row.header(),
                        row.get(utility),
                        row.get(meter),
                        row.get(period),
                        row.get(quantity),
                        row.get(amount),
                        row.get(due),
                        row.get(paid)),
                cell(utility, UtilityBill::utility),
                cell(meter, UtilityBill::meterNo),
                cell(period, UtilityBill::period),
                cell(quantity, UtilityBill::quantity),
                cell(amount, UtilityBill::amount),
                cell(due, UtilityBill::dueOn),
                cell(paid, UtilityBill::paidOn));
    }

    private static SignalFormat registryEvent() {
        Column<String> reference = text("reference", "number of the entry", "SC2026-0042");
        Column<RegistryEvent.RegistryEventType> type =
                word("type", RegistryEvent.RegistryEventType.class, "what happened");
        return format(
                SignalKind.REGISTRY_EVENT,
                RegistryEvent.class,
                row -> new RegistryEvent(row.header(), row.get(reference), row.get(type)),
                cell(reference, RegistryEvent::reference),
                cell(type, RegistryEvent::type));
    }

    private static SignalFormat penalty() {
        Column<String> decision = text("decision_no", "number of the decision", "市监罚〔2026〕15号");
        Column<String> authority = text("authority", "who decided", "市场监督管理局");
        Column<Money> fine = money("fine", "fine, yuan, 0 for a warning", "5000.00");
        Column<LocalDate> publicUntil = date("public_until", "first day it may not be shown", "2029-05-01");
        Column<Penalty.Status> status = word("status", Penalty.Status.class, "standing, repaired or withdrawn");
        return format(
                SignalKind.PENALTY,
                Penalty.class,
                row -> new Penalty(
                        row.header(),
                        row.get(decision),
                        row.get(authority),
                        row.get(fine),
                        row.get(publicUntil),
                        row.get(status)),
                cell(decision, Penalty::decisionNo),
                cell(authority, Penalty::authority),
                cell(fine, Penalty::fine),
                cell(publicUntil, Penalty::publicUntil),
                cell(status, Penalty::status));
    }

    private static SignalFormat courtRecord() {
        Column<String> caseNo = text("case_no", "case number (案号)", "(2026)示0101民初123号");
        Column<CourtRecord.Role> role = word("role", CourtRecord.Role.class, "the enterprise's part");
        Column<Money> amount = money("amount", "amount at stake, yuan, 0 when not stated", "260000.00");
        Column<CourtRecord.Status> status = word("status", CourtRecord.Status.class, "open or closed");
        return format(
                SignalKind.COURT_RECORD,
                CourtRecord.class,
                row -> new CourtRecord(row.header(), row.get(caseNo), row.get(role), row.get(amount), row.get(status)),
                cell(caseNo, CourtRecord::caseNo),
                cell(role, CourtRecord::role),
                cell(amount, CourtRecord::amount),
                cell(status, CourtRecord::status));
    }

    private static SignalFormat certificate() {
        Column<Certificate.CertificateType> type = word("type", Certificate.CertificateType.class, "which certificate");
        Column<String> number = text("number", "certificate number", "GR202544000001");
        Column<LocalDate> from = date("valid_from", "first day of validity", "2025-11-28");
        Column<LocalDate> until = date("valid_until", "first day no longer valid", "2028-11-28");
        return format(
                SignalKind.CERTIFICATE,
                Certificate.class,
                row -> new Certificate(row.header(), row.get(type), row.get(number), row.get(from), row.get(until)),
                cell(type, Certificate::type),
                cell(number, Certificate::number),
                cell(from, Certificate::validFrom),
                cell(until, Certificate::validUntil));
    }
}
