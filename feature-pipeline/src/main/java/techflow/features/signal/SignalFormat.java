package techflow.features.signal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import techflow.features.signal.FormatBuilder.Row;
import techflow.features.signal.SignalDecoder.Decoded;
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

    /**
     * From {@link Row} to {@link Decoded}. A handle, because the compiler takes all that it is bound to for constant: the
     * columns and rules of a kind become one straight piece of code.
     */
    private final MethodHandle decoder;

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
        this.decoder = decoder(reader);
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
     * What becomes of a row.
     *
     * @throws RuntimeException of the JDK when a cell breaks its own rule
     */
    Decoded decode(Row row) {
        try {
            return (Decoded) decoder.invokeExact(row);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a column threw a checked exception", e);
        }
    }

    private MethodHandle decoder(Function<Row, Signal> reader) {
        Predicate<Signal> keepsRules =
                rules.stream().<Predicate<Signal>>map(RowRule::holds).reduce(signal -> true, Predicate::and);
        Function<Row, Decoded> function = row -> {
            Signal signal = reader.apply(row);
            return keepsRules.test(signal) ? new Decoded.Accepted(signal) : new Decoded.Rejected(violations(signal));
        };
        try {
            return MethodHandles.lookup()
                    .findVirtual(Function.class, "apply", MethodType.methodType(Object.class, Object.class))
                    .bindTo(function)
                    .asType(MethodType.methodType(Decoded.class, Row.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Function has lost apply", e);
        }
    }

    private List<Violation> violations(Signal signal) {
        return rules.stream()
                .filter(rule -> !rule.holds().test(signal))
                .map(rule -> rule.violation(signal))
                .toList();
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
