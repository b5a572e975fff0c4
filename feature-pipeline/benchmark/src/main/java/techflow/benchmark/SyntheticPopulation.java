package techflow.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import techflow.features.signal.Column;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;

/**
 * A synthetic population, made up from a seed: about 160 rows a firm of monthly tax, issued invoices, social insurance and
 * electricity over 36 months, patents, annual reports, master data and certificates. Its figures look like no real firm's;
 * it is there to be read fast. Written firm by firm in ascending order, so that memory does not grow with its size.
 */
final class SyntheticPopulation {
    static final LocalDate AS_OF = LocalDate.of(2026, 10, 1);
    static final int MONTHS = 36;

    private static final YearMonth FIRST_MONTH = YearMonth.of(2023, 9);
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int BODY = 8;
    private static final long SEED = 20261122;
    private static final double GAP = 0.02;

    private final Map<SignalKind, BufferedWriter> files = new EnumMap<>(SignalKind.class);

    private SyntheticPopulation() {}

    static void write(Path directory, int firms) throws IOException {
        Files.createDirectories(directory);
        SyntheticPopulation population = new SyntheticPopulation();
        try {
            for (SignalKind kind : SignalKind.values()) {
                BufferedWriter file =
                        Files.newBufferedWriter(directory.resolve(kind.fileStem() + ".csv"), StandardCharsets.UTF_8);
                population.files.put(kind, file);
                file.write(String.join(",", SignalFormat.of(kind).header()));
                file.write('\n');
            }
            for (int firm = 0; firm < firms; firm++) {
                population.firm(firm);
            }
        } finally {
            for (BufferedWriter file : population.files.values()) {
                file.close();
            }
        }
    }

    /** The code of the firm with that number; codes ascend with numbers. */
    static EnterpriseId code(int firm) {
        char[] body = new char[BODY];
        int rest = firm;
        for (int i = BODY - 1; i >= 0; i--) {
            body[i] = ALPHABET.charAt(rest % ALPHABET.length());
            rest /= ALPHABET.length();
        }
        return EnterpriseId.placeholder(new String(body));
    }

    /** The number of the firm with that code, whose ASCII bytes begin here. */
    static int number(byte[] code, int from) {
        int number = 0;
        for (int i = from + 8; i < from + 8 + BODY; i++) {
            number = number * ALPHABET.length() + ALPHABET.indexOf(code[i]);
        }
        return number;
    }

    private void firm(int number) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + number);
        String code = code(number).code();
        double size = Math.exp(random.nextDouble(11, 15));
        int staff = (int) (2 + size / 20_000);
        row(SignalKind.ENTERPRISE_PROFILE, code, LocalDate.of(2023, 1, 1), 10, Map.of("name", "合成企业" + number));
        for (int month = 0; month < MONTHS; month++) {
            YearMonth period = FIRST_MONTH.plusMonths(month);
            double sales = size * (0.6 + 0.8 * random.nextDouble());
            monthly(SignalKind.MONTHLY_TAX, code, period, random, tax(sales, random));
            monthly(SignalKind.MONTHLY_INVOICES, code, period, random, invoices(sales, random));
            monthly(SignalKind.CONTRIBUTION_MONTH, code, period, random, insurance(staff, random));
            monthly(SignalKind.UTILITY_BILL, code, period, random, electricity(sales, period, random));
        }
        for (int year = 2023; year < 2026; year++) {
            Map<String, String> report =
                    Map.of("year", "" + year, "revenue", yuan(12 * size), "rd_expense", yuan(size));
            row(SignalKind.ANNUAL_REPORT, code, LocalDate.of(year, 12, 31), 140, report);
        }
        row(SignalKind.CERTIFICATE, code, LocalDate.of(2025, 11, 28), 5, Map.of());
        patents(code, number, random);
    }

    private void monthly(
            SignalKind kind, String code, YearMonth period, SplittableRandom random, Map<String, String> cells)
            throws IOException {
        if (random.nextDouble() >= GAP) {
            cells.put("period", period.toString());
            row(kind, code, period.atEndOfMonth(), 15, cells);
        }
    }

    private static Map<String, String> tax(double sales, SplittableRandom random) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("declared_sales", random.nextInt(20) == 0 ? "0.00" : yuan(sales));
        cells.put("payable", yuan(0.03 * sales));
        cells.put("paid", yuan(0.03 * sales));
        cells.put("arrears", random.nextInt(15) == 0 ? yuan(0.01 * sales) : "0.00");
        cells.put("filed_late", random.nextInt(12) == 0 ? "true" : "false");
        return cells;
    }

    private static Map<String, String> invoices(double sales, SplittableRandom random) {
        int count = 1 + random.nextInt(60);
        int buyers = 1 + random.nextInt(count);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("direction", "ISSUED");
        cells.put("count", "" + count);
        cells.put("amount", yuan(sales));
        cells.put("tax", yuan(0.13 * sales));
        cells.put("void_count", "" + random.nextInt(3));
        cells.put("red_count", "" + random.nextInt(2));
        cells.put("red_amount", yuan(0.05 * random.nextDouble() * sales));
        cells.put("counterparties", "" + buyers);
        cells.put("top_counterparty_amount", yuan(sales * random.nextDouble(0.2, 0.6)));
        cells.put("top_five_amount", yuan(0.8 * sales));
        return cells;
    }

    private static Map<String, String> insurance(int staff, SplittableRandom random) {
        int persons = staff + random.nextInt(3);
        double owed = persons * 2080.0;
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("scheme", "SOCIAL_INSURANCE");
        cells.put("persons", "" + persons);
        cells.put("base", yuan(persons * 8000.0));
        cells.put("payable", yuan(owed));
        cells.put("paid", yuan(random.nextInt(20) == 0 ? owed / 2 : owed));
        return cells;
    }

    private static Map<String, String> electricity(double sales, YearMonth period, SplittableRandom random) {
        double used = Math.rint(sales * (0.05 + 0.02 * random.nextDouble()) * 10) / 10;
        LocalDate due = period.plusMonths(1).atDay(25);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("utility", "ELECTRICITY");
        cells.put("meter_no", "3301000001");
        cells.put("quantity", Double.toString(used).contains("E") ? "1000.5" : Double.toString(used));
        cells.put("amount", yuan(0.7 * used));
        cells.put("due_on", due.toString());
        cells.put("paid_on", due.minusDays(random.nextInt(10)).toString());
        return cells;
    }

    private void patents(String code, int number, SplittableRandom random) throws IOException {
        LocalDate filed = LocalDate.of(2016, 1, 1);
        for (int i = random.nextInt(10); i > 0; i--) {
            filed = filed.plusDays(30 + random.nextInt(300));
            String no = "CN" + filed.getYear() + String.format("%07d", number) + i;
            Map<String, String> patent = new LinkedHashMap<>();
            patent.put("application_no", no);
            patent.put("type", random.nextBoolean() ? "INVENTION" : "UTILITY_MODEL");
            patent.put("claims", "" + (1 + random.nextInt(15)));
            patent.put("origin", random.nextInt(6) == 0 ? "ACQUIRED" : "ORIGINAL");
            row(SignalKind.PATENT, code, filed, 90, patent);
            row(
                    SignalKind.PATENT_EVENT,
                    code,
                    filed.plusDays(200),
                    10,
                    Map.of("application_no", no, "type", "GRANTED"));
        }
    }

    /** A row; a column that is not given stays empty when it may, and shows the dictionary's example otherwise. */
    private void row(SignalKind kind, String code, LocalDate day, int lagDays, Map<String, String> cells)
            throws IOException {
        StringBuilder line = new StringBuilder(160)
                .append(code)
                .append(',')
                .append(day)
                .append(',')
                .append(day.plusDays(lagDays))
                .append("T01:30:00Z,SYNTHETIC");
        List<Column<?>> columns = SignalFormat.of(kind).columns();
        for (Column<?> column : columns) {
            String given = cells.get(column.name());
            line.append(',').append(given != null ? given : column.required() ? column.example() : "");
        }
        BufferedWriter file = files.get(kind);
        if (file == null) {
            throw new IllegalStateException("no file was opened for " + kind);
        }
        file.append(line.append('\n'));
    }

    private static String yuan(double amount) {
        long fen = Math.round(amount * 100);
        return fen / 100 + (fen % 100 < 10 ? ".0" : ".") + fen % 100;
    }
}
