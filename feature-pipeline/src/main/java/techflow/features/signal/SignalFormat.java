package techflow.features.signal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import techflow.features.signal.FormatBuilder.Row;
import techflow.problem.Violation;

/**
 * The data contract of one signal kind: its columns, the rules between them, and the way between its row and its record.
 * CSV files, the database and the data dictionary are all made from these.
 */
public final class SignalFormat {
    /** The first columns of every kind. */
    public static final List<String> HEADER_COLUMNS = List.of("uscc", "occurred_at", "known_at", "source");

    private static final Map<SignalKind, SignalFormat> FORMATS = formats();

    private final SignalKind kind;
    private final List<Column<?>> columns;
    private final List<RowRule> rules;
    private final RowRule[] eachRule;
    private final Column<?>[] eachColumn;

    /** What an empty cell of each column means; of a column that must be filled, the column itself. */
    private final Object[] whenEmpty;

    private final Function<Row, Signal> reader;
    private final Function<Signal, List<String>> writer;

    SignalFormat(
            SignalKind kind,
            List<Column<?>> columns,
            List<RowRule> rules,
            Function<Row, Signal> reader,
            Function<Signal, List<String>> writer) {
        this.kind = kind;
        this.columns = List.copyOf(columns);
        this.rules = List.copyOf(rules);
        this.eachRule = rules.toArray(RowRule[]::new);
        this.eachColumn = columns.toArray(Column<?>[]::new);
        this.whenEmpty = columns.stream()
                .map(column -> column.required() ? column : column.parse().apply(""))
                .toArray();
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

    /** The rules between the cells of a row, beside the rule of each column. */
    public List<RowRule> rules() {
        return rules;
    }

    /** The columns that every file of the kind must have; optional ones may be left out. */
    public List<String> requiredHeader() {
        List<String> header = new ArrayList<>(HEADER_COLUMNS);
        columns.stream().filter(Column::required).map(Column::name).forEach(header::add);
        return header;
    }

    /** The header line of the kind's CSV file. */
    public List<String> header() {
        List<String> header = new ArrayList<>(HEADER_COLUMNS);
        columns.forEach(column -> header.add(column.name()));
        return header;
    }

    /**
     * Every rule between cells that the signal breaks, empty when it keeps its contract.
     *
     * @throws ClassCastException when the signal is of another kind
     */
    public List<Violation> violations(Signal signal) {
        List<Violation> violations = List.of();
        for (RowRule rule : eachRule) {
            if (!rule.holds(signal)) {
                violations = violations.isEmpty() ? new ArrayList<>() : violations;
                violations.add(rule.violation(signal));
            }
        }
        return violations;
    }

    /** The kind's own columns, not to be changed. */
    Column<?>[] eachColumn() {
        return eachColumn;
    }

    /** The value of an empty cell that may be empty. */
    Object whenEmpty(int column) {
        return whenEmpty[column];
    }

    Signal read(SignalHeader header, Object[] parsed) {
        return reader.apply(new Row(header, parsed));
    }

    List<String> write(Signal signal) {
        return writer.apply(signal);
    }

    private static Map<SignalKind, SignalFormat> formats() {
        Map<SignalKind, SignalFormat> formats = new EnumMap<>(SignalKind.class);
        for (SignalKind kind : SignalKind.values()) {
            formats.put(
                    kind,
                    switch (kind) {
                        case ENTERPRISE_PROFILE -> CompanyFormats.enterpriseProfile();
                        case PATENT -> TechnologyFormats.patent();
                        case PATENT_EVENT -> TechnologyFormats.patentEvent();
                        case SOFTWARE_COPYRIGHT -> TechnologyFormats.softwareCopyright();
                        case ANNUAL_REPORT -> CompanyFormats.annualReport();
                        case TECHNOLOGY_CONTRACT -> TechnologyFormats.technologyContract();
                        case INNOVATION_INDICATORS -> InnovationFormats.innovationIndicators();
                        case INNOVATION_ASSESSMENT -> InnovationFormats.innovationAssessment();
                        case TAX_RATING -> TaxFormats.taxRating();
                        case MONTHLY_TAX -> TaxFormats.monthlyTax();
                        case TAX_INSPECTION -> TaxFormats.taxInspection();
                        case MONTHLY_INVOICES -> TaxFormats.monthlyInvoices();
                        case CONTRIBUTION_MONTH -> FlowFormats.contributionMonth();
                        case UTILITY_BILL -> FlowFormats.utilityBill();
                        case REGISTRY_EVENT -> ConductFormats.registryEvent();
                        case PENALTY -> ConductFormats.penalty();
                        case COURT_RECORD -> ConductFormats.courtRecord();
                        case ENCUMBRANCE -> ConductFormats.encumbrance();
                        case CERTIFICATE -> TechnologyFormats.certificate();
                        case EQUITY_FINANCING -> CompanyFormats.equityFinancing();
                        case BANK_FLOW -> FlowFormats.bankFlow();
                    });
        }
        return formats;
    }
}
