package techflow.datasets.invoice;

import java.util.function.LongConsumer;

/** Counts invoices over all ledgers and tells a listener now and then. */
final class RowProgress {
    private static final int EVERY = 10_000;

    private final LongConsumer listener;
    private long rows;

    RowProgress(LongConsumer listener) {
        this.listener = listener;
    }

    void row() {
        rows++;
        if (rows % EVERY == 0) {
            listener.accept(rows);
        }
    }

    void done() {
        listener.accept(rows);
    }
}
