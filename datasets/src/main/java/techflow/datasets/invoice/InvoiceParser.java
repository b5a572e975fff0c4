package techflow.datasets.invoice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyInvoices.Direction;
import techflow.problem.Violation;

/** Turns a row of a ledger into an {@link Invoice}, or into every rule that it breaks. */
final class InvoiceParser {
    private static final String FIRM = "企业代号";
    private static final String NUMBER = "发票号码";
    private static final String DATE = "开票日期";
    private static final String BUYER = "购方单位代号";
    private static final String SELLER = "销方单位代号";
    private static final String AMOUNT = "金额";
    private static final String TAX = "税额";
    private static final String TOTAL = "价税合计";
    private static final String STATUS = "发票状态";

    private static final String VALID = "有效发票";
    private static final String VOID = "作废发票";
    private static final Pattern DAY = Pattern.compile("([0-9]{4})([/-])([0-9]{1,2})\\2([0-9]{1,2})");
    private static final Pattern YUAN = Pattern.compile("[+-]?[0-9]{1,13}(\\.[0-9]{1,6})?");

    /** VAT came with the tax reform of 1994. */
    private static final int FIRST_YEAR = 1994;

    private static final int LAST_YEAR = 2100;

    private final Set<String> firms;
    private final String counterpartyColumn;
    private final int firm;
    private final int number;
    private final int date;
    private final int counterparty;
    private final int amount;
    private final int tax;
    private final int total;
    private final int status;
    private final Map<String, LocalDate> days = new HashMap<>();

    /** @param firms the codes of the known enterprises */
    InvoiceParser(LedgerTable table, Direction direction, Set<String> firms) {
        this.firms = firms;
        counterpartyColumn = counterpartyColumn(direction);
        firm = table.position(FIRM);
        number = table.position(NUMBER);
        date = table.position(DATE);
        counterparty = table.position(counterpartyColumn);
        amount = table.position(AMOUNT);
        tax = table.position(TAX);
        total = table.position(TOTAL);
        status = table.position(STATUS);
    }

    static String[] columns(Direction direction) {
        return new String[] {FIRM, NUMBER, DATE, counterpartyColumn(direction), AMOUNT, TAX, TOTAL, STATUS};
    }

    /** The invoice; empty when a rule is broken, and then at least one violation was added. */
    Optional<Invoice> parse(LedgerLine line, List<Violation> violations) {
        if (!line.isComplete()) {
            violations.add(wrongWidth(line));
            return Optional.empty();
        }
        String code = known(line.cell(firm), violations);
        String no = present(NUMBER, line.cell(number), violations);
        String party = present(counterpartyColumn, line.cell(counterparty), violations);
        Optional<LocalDate> day = day(line.cell(date), violations);
        Optional<Money> net = money(AMOUNT, line.cell(amount), violations);
        Optional<Money> duty = money(TAX, line.cell(tax), violations);
        Optional<Money> gross = money(TOTAL, line.cell(total), violations);
        boolean voided = isVoid(line.cell(status), violations);
        if (violations.isEmpty()
                && net.orElseThrow().isPositive()
                && duty.orElseThrow().fen() < 0) {
            violations.add(new Violation(
                    TAX, "must not be negative when the amount is positive", line.cell(tax), "correct the sign"));
        }
        return violations.isEmpty()
                ? Optional.of(new Invoice(
                        code,
                        no,
                        day.orElseThrow(),
                        party,
                        net.orElseThrow(),
                        duty.orElseThrow(),
                        gross.orElseThrow(),
                        voided))
                : Optional.empty();
    }

    static Violation wrongWidth(LedgerLine line) {
        return new Violation(
                "row",
                "must have as many cells as the header, " + line.table().width(),
                line.cells() + " cells",
                "check separators and quotes");
    }

    private static String counterpartyColumn(Direction direction) {
        return switch (direction) {
            case ISSUED -> BUYER;
            case RECEIVED -> SELLER;
        };
    }

    private String known(String cell, List<Violation> violations) {
        if (!firms.contains(cell)) {
            violations.add(new Violation(
                    FIRM, "must be in the file of the enterprises", cell, "add the enterprise or correct the code"));
        }
        return cell;
    }

    private static String present(String column, String cell, List<Violation> violations) {
        if (cell.isEmpty() || cell.indexOf(LedgerEncoding.UNREADABLE) >= 0) {
            violations.add(new Violation(
                    column, "must not be empty and must be readable in the file's encoding", cell, "fill in the cell"));
        }
        return cell;
    }

    private Optional<LocalDate> day(String cell, List<Violation> violations) {
        LocalDate seen = days.get(cell);
        if (seen != null) {
            return Optional.of(seen);
        }
        Optional<LocalDate> parsed = parseDay(cell);
        if (parsed.isEmpty()) {
            violations.add(new Violation(
                    DATE,
                    "must be a day from " + FIRST_YEAR + " to " + LAST_YEAR + " such as 2017/7/18 or 2017-07-18",
                    cell,
                    "correct the date"));
        }
        parsed.ifPresent(day -> days.put(cell, day));
        return parsed;
    }

    private static Optional<LocalDate> parseDay(String cell) {
        Matcher parts = DAY.matcher(cell);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4)));
            return Optional.of(day).filter(one -> one.getYear() >= FIRST_YEAR && one.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Money> money(String column, String cell, List<Violation> violations) {
        if (YUAN.matcher(cell).matches()) {
            return Optional.of(Money.parseYuan(cell));
        }
        violations.add(new Violation(
                column, "must be an amount in yuan such as -1234.50, without separators", cell, "correct the amount"));
        return Optional.empty();
    }

    private static boolean isVoid(String cell, List<Violation> violations) {
        if (!cell.equals(VALID) && !cell.equals(VOID)) {
            violations.add(new Violation(STATUS, "must be " + VALID + " or " + VOID, cell, "correct the status"));
        }
        return cell.equals(VOID);
    }
}
