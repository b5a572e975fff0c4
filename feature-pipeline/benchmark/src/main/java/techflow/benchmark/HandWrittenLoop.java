package techflow.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What somebody would write by hand for these files and these features alone: bytes to numbers to sums, one file after the
 * other, on one thread. It trusts the files: no code is checked, no restatement looked for, no row refused, and no other
 * feature could be added without writing it anew.
 */
final class HandWrittenLoop implements Contender {
    private static final int YEAR = 12;
    private static final int LAST = 2026 * 12 + 8; // the last month of the year that ends with a lag of one month
    private static final int COUNT = ComparedFeatures.COUNT;

    private double[] found = {};

    @Override
    public void run(Path directory, int firms, Path result) throws IOException {
        found = new double[firms * COUNT];
        Arrays.fill(found, Double.NaN);
        new TaxFile().read(directory.resolve("monthly_tax.csv"));
        new InvoiceFile().read(directory.resolve("monthly_invoices.csv"));
        new InsuranceFile().read(directory.resolve("contribution_month.csv"));
        new BillFile().read(directory.resolve("utility_bill.csv"));
        new PatentFile().read(directory.resolve("patent.csv"));
        Cells.write(found, result);
    }

    /** Reads rows and calls {@link #row} for each, {@link #end} after the last of each firm. */
    private abstract static class SortedFile {
        byte[] bytes = new byte[1 << 18];
        final int[] starts = new int[64];
        private int firm = -1;

        abstract void row();

        abstract void end(int at);

        void read(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                int limit = 0;
                boolean header = true;
                for (int read = in.read(bytes, 0, bytes.length); read >= 0; ) {
                    limit += read;
                    int at = 0;
                    int next = split(0, limit);
                    while (next > 0) {
                        if (!header) {
                            take(at);
                        }
                        header = false;
                        at = next;
                        next = split(at, limit);
                    }
                    System.arraycopy(bytes, at, bytes, 0, limit - at);
                    limit -= at;
                    read = in.read(bytes, limit, bytes.length - limit);
                }
            }
            if (firm >= 0) {
                end(firm * COUNT);
            }
        }

        private void take(int at) {
            int number = SyntheticPopulation.number(bytes, at);
            if (number != firm) {
                if (firm >= 0) {
                    end(firm * COUNT);
                }
                firm = number;
            }
            row();
        }

        /** Notes where each cell begins; gives where the next row does, or 0 when the row is not whole. */
        private int split(int from, int limit) {
            int cells = 0;
            starts[cells++] = from;
            for (int at = from; at < limit; at++) {
                byte next = bytes[at];
                if (next == ',') {
                    starts[cells++] = at + 1;
                } else if (next == '\n') {
                    starts[cells] = at + 1;
                    return at + 1;
                }
            }
            return 0;
        }

        /** Yuan with two decimals, in fen; or a whole number. */
        long digits(int cell) {
            long number = 0;
            int at = starts[cell];
            boolean negative = bytes[at] == '-';
            for (at += negative ? 1 : 0; at < starts[cell + 1] - 1; at++) {
                if (bytes[at] != '.') {
                    number = 10 * number + bytes[at] - '0';
                }
            }
            return negative ? -number : number;
        }

        int month(int cell) {
            int at = starts[cell];
            int year = 0;
            for (int i = 0; i < 4; i++) {
                year = 10 * year + bytes[at + i] - '0';
            }
            return year * 12 + 10 * (bytes[at + 5] - '0') + bytes[at + 6] - '0';
        }

        int day(int cell) {
            return 10 * (bytes[starts[cell] + 8] - '0') + bytes[starts[cell] + 9] - '0';
        }

        /** True when the row was known before the as-of instant, 2026-09-30T16:00:00Z: a comparison of texts. */
        boolean known() {
            return Arrays.compare(bytes, starts[2], starts[2] + 20, AS_OF, 0, 20) < 0;
        }
    }

    private static final byte[] AS_OF = "2026-09-30T16:00:00Z".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** A value for each of the last 24 months. */
    private static final class TwoYears {
        final double[] values = new double[2 * YEAR];

        TwoYears() {
            clear();
        }

        void clear() {
            Arrays.fill(values, Double.NaN);
        }

        void add(int month, double value) {
            int at = month - (LAST - 2 * YEAR + 1);
            if (at >= 0 && at < values.length) {
                values[at] = Double.isNaN(values[at]) ? value : values[at] + value;
            }
        }

        int known(int from) {
            int known = 0;
            for (int i = from; i < from + YEAR; i++) {
                known += Double.isNaN(values[i]) ? 0 : 1;
            }
            return known;
        }

        double sum(int from) {
            double sum = 0;
            for (int i = from; i < from + YEAR; i++) {
                sum += Double.isNaN(values[i]) ? 0 : values[i];
            }
            return sum;
        }

        double year() {
            return known(YEAR) >= 6 ? sum(YEAR) : Double.NaN;
        }

        double growth() {
            double before = sum(0) / known(0);
            return known(0) >= 6 && known(YEAR) >= 6 && before > 0
                    ? Math.clamp((sum(YEAR) / known(YEAR) - before) / before, -1, 10)
                    : Double.NaN;
        }

        double volatility() {
            double mean = sum(YEAR) / known(YEAR);
            double squares = 0;
            for (int i = YEAR; i < 2 * YEAR; i++) {
                squares += Double.isNaN(values[i]) ? 0 : (values[i] - mean) * (values[i] - mean);
            }
            return known(YEAR) >= 6 && mean > 0 ? Math.sqrt(squares / (known(YEAR) - 1)) / mean : Double.NaN;
        }

        /** The mean of the year's last three months over its peak. */
        double utilisation() {
            double peak = 0;
            double sum = 0;
            int known = 0;
            for (int i = YEAR; i < 2 * YEAR; i++) {
                peak = values[i] > peak ? values[i] : peak;
                boolean counts = i >= 2 * YEAR - 3 && !Double.isNaN(values[i]);
                sum += counts ? values[i] : 0;
                known += counts ? 1 : 0;
            }
            return known(YEAR) >= 6 && known > 0 && peak > 0 ? Math.min(1, sum / known / peak) : Double.NaN;
        }

        double positive() {
            int count = 0;
            for (int i = YEAR; i < 2 * YEAR; i++) {
                count += values[i] > 0 ? 1 : 0;
            }
            return known(YEAR) >= 6 ? count : Double.NaN;
        }
    }

    private static double share(TwoYears part, TwoYears whole) {
        double sum = whole.year();
        return sum > 0 ? Math.min(1, part.year() / sum) : Double.NaN;
    }

    private final class TaxFile extends SortedFile {
        private final TwoYears sales = new TwoYears();
        private final TwoYears arrears = new TwoYears();
        private final TwoYears late = new TwoYears();
        private final TwoYears zero = new TwoYears();
        private final TwoYears paid = new TwoYears();

        @Override
        void row() {
            if (known()) {
                int month = month(4);
                long declared = digits(5);
                sales.add(month, declared / 100.0);
                paid.add(month, digits(7) / 100.0);
                arrears.add(month, digits(8) / 100.0);
                late.add(month, bytes[starts[9]] == 't' ? 1 : 0);
                zero.add(month, declared > 0 ? 0 : 1);
            }
        }

        @Override
        void end(int at) {
            found[at] = sales.year();
            found[at + 1] = sales.growth();
            found[at + 2] = share(paid, sales);
            found[at + 3] = arrears.positive();
            found[at + 4] = late.positive();
            found[at + 5] = zero.positive();
            sales.clear();
            arrears.clear();
            late.clear();
            zero.clear();
            paid.clear();
        }
    }

    private final class InvoiceFile extends SortedFile {
        private final TwoYears net = new TwoYears();
        private final TwoYears gross = new TwoYears();
        private final TwoYears red = new TwoYears();
        private final TwoYears voided = new TwoYears();
        private final TwoYears written = new TwoYears();
        private final TwoYears buyers = new TwoYears();
        private final TwoYears top = new TwoYears();

        @Override
        void row() {
            if (known() && bytes[starts[5]] == 'I') {
                int month = month(4);
                long amount = digits(7);
                long redAmount = digits(11);
                long voids = digits(9);
                net.add(month, (amount - redAmount) / 100.0);
                gross.add(month, amount / 100.0);
                red.add(month, redAmount / 100.0);
                voided.add(month, voids);
                written.add(month, digits(6) + digits(10) + voids);
                buyers.add(month, digits(12));
                top.add(month, digits(13) / 100.0);
            }
        }

        @Override
        void end(int at) {
            found[at + 6] = net.year();
            found[at + 7] = net.growth();
            found[at + 8] = net.volatility();
            found[at + 9] = share(voided, written);
            found[at + 10] = share(red, gross);
            found[at + 11] = buyers.year() / buyers.known(YEAR);
            found[at + 12] = share(top, gross);
            for (TwoYears series : new TwoYears[] {net, gross, red, voided, written, buyers, top}) {
                series.clear();
            }
        }
    }

    private final class InsuranceFile extends SortedFile {
        private final TwoYears unpaid = new TwoYears();
        private int latest;
        private double persons = Double.NaN;

        @Override
        void row() {
            if (known() && bytes[starts[4]] == 'S') {
                int month = month(5);
                unpaid.add(month, (digits(8) - digits(9)) / 100.0);
                if (month > latest && month > LAST - 5 && month <= LAST + 1) {
                    latest = month;
                    persons = digits(6);
                }
            }
        }

        @Override
        void end(int at) {
            found[at + 13] = persons;
            found[at + 14] = unpaid.positive();
            unpaid.clear();
            latest = 0;
            persons = Double.NaN;
        }
    }

    private final class BillFile extends SortedFile {
        private final TwoYears use = new TwoYears();

        @Override
        void row() {
            if (known() && bytes[starts[4]] == 'E') {
                use.add(month(6), digits(7) / 10.0); // the population writes one decimal
            }
        }

        @Override
        void end(int at) {
            found[at + 15] = use.year();
            found[at + 16] = use.growth();
            found[at + 17] = use.utilisation();
            use.clear();
        }
    }

    private final class PatentFile extends SortedFile {
        private int patents;
        private int acquired;
        private int lastFiling;

        @Override
        void row() {
            if (known()) {
                patents++;
                boolean bought = bytes[starts[8]] == 'A';
                acquired += bought ? 1 : 0;
                lastFiling = bought ? lastFiling : Math.max(lastFiling, 100 * month(1) + day(1));
            }
        }

        @Override
        void end(int at) {
            if (patents > 0) {
                found[at + 18] = (double) acquired / patents;
                found[at + 19] = lastFiling == 0
                        ? Double.NaN
                        : 2026 * 12 + 10 - lastFiling / 100 - (lastFiling % 100 > 1 ? 1 : 0);
            }
            patents = 0;
            acquired = 0;
            lastFiling = 0;
        }
    }
}
