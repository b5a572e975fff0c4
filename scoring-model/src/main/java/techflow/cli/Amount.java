package techflow.cli;

import java.util.Locale;

/** Amounts for people. */
final class Amount {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;
    private static final long GIB = 1 << 30;

    private Amount() {}

    /** Bytes in the unit that leaves few digits. */
    static String ofBytes(long bytes) {
        if (bytes >= GIB) {
            return String.format(Locale.ROOT, "%.2f GiB", (double) bytes / GIB);
        }
        return bytes >= MIB
                ? String.format(Locale.ROOT, "%.1f MiB", (double) bytes / MIB)
                : String.format(Locale.ROOT, "%.1f KiB", (double) bytes / KIB);
    }
}
