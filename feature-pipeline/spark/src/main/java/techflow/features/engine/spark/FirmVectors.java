package techflow.features.engine.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import techflow.features.definition.FeatureCatalog;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

/**
 * The vectors of one partition, whose rows are sorted by firm, points of the spine before signals. Holds one firm at a
 * time.
 */
final class FirmVectors implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final FeatureCatalog catalog;
    private final List<AsOf> everyFirm;
    private final LongAccumulator rejected;
    private final RowDecoder decoder = new RowDecoder();
    private final Deque<Row> ready = new ArrayDeque<>();
    private Optional<Row> ahead = Optional.empty();

    /**
     * @param everyFirm as of when every firm with signals is looked at; empty when the spine's points say it
     * @param rejected told of rows that break their contract
     */
    FirmVectors(Iterator<Row> rows, FeatureCatalog catalog, List<AsOf> everyFirm, LongAccumulator rejected) {
        this.rows = rows;
        this.catalog = catalog;
        this.everyFirm = everyFirm;
        this.rejected = rejected;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && peek().isPresent()) {
            nextFirm(peek().orElseThrow().getString(SignalTable.USCC_AT));
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the partition has no more vectors");
        }
        return ready.remove();
    }

    /** The vectors of one firm, ascending in time. Snapshots are cut by the function that batch and online share. */
    static List<Row> vectors(
            EnterpriseId enterprise, Collection<AsOf> times, List<Signal> signals, FeatureCatalog catalog) {
        return times.stream()
                .map(asOf -> VectorTable.row(catalog.compute(Snapshot.cut(enterprise, asOf, signals))))
                .toList();
    }

    private void nextFirm(String code) {
        Set<AsOf> times = new TreeSet<>();
        List<Signal> signals = new ArrayList<>();
        while (peek().filter(row -> row.getString(SignalTable.USCC_AT).equals(code))
                .isPresent()) {
            take(peek().orElseThrow(), times, signals);
            ahead = Optional.empty();
        }
        if (!signals.isEmpty()) {
            times.addAll(everyFirm);
        }
        decoder.enterprise(code).ifPresent(firm -> ready.addAll(vectors(firm, times, signals, catalog)));
    }

    private void take(Row row, Set<AsOf> times, List<Signal> signals) {
        if (row.getString(SignalTable.KIND_AT).equals(SignalTable.SPINE)) {
            String asOf = row.getString(SignalTable.SOURCE_AT);
            if (SpinePoint.violations(row.getString(SignalTable.USCC_AT), asOf).isEmpty()) {
                SpinePoint.asOf(asOf).ifPresent(times::add);
            } else {
                rejected.add(1);
            }
            return;
        }
        switch (decoder.decode(row)) {
            case Decoded.Accepted accepted -> signals.add(accepted.signal());
            case Decoded.Rejected broken -> rejected.add(1);
        }
    }

    private Optional<Row> peek() {
        if (ahead.isEmpty() && rows.hasNext()) {
            ahead = Optional.of(rows.next());
        }
        return ahead;
    }
}
