package techflow.api.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import techflow.api.application.SnapshotReader;
import techflow.features.catalog.StandardCatalog;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.testing.SignalSamples;

/** What every snapshot reader must do: the same histories give equal snapshots. */
abstract class SnapshotReaderKit {
    private static final AsOf LATE = new AsOf(Instant.parse("2030-01-01T00:00:00Z"));

    abstract SnapshotReader holding(List<Signal> signals);

    @Test
    void a_snapshot_equals_the_cut_of_the_history() {
        for (long seed = 1; seed <= 5; seed++) {
            EnterpriseId firm = SignalSamples.firm((int) seed);
            List<Signal> history = new SignalSamples(seed).history(firm, 120);
            SnapshotReader reader = holding(history);
            for (AsOf asOf : List.of(LATE, new AsOf(history.getFirst().knownAt()))) {
                Snapshot expected = Snapshot.cut(firm, asOf, history);
                same(expected, reader.read(firm, asOf).block(), "seed " + seed);
            }
        }
    }

    @Test
    void a_firm_without_history_has_an_empty_snapshot() {
        assertThat(holding(List.of()).read(SignalSamples.firm(77), LATE).block())
                .matches(Snapshot::isEmpty);
    }

    @Test
    void another_firms_rows_are_never_seen() {
        EnterpriseId one = SignalSamples.firm(81);
        EnterpriseId two = SignalSamples.firm(82);
        List<Signal> all = new java.util.ArrayList<>(new SignalSamples(81).oneOfEach(one));
        all.addAll(new SignalSamples(82).oneOfEach(two));
        same(
                Snapshot.cut(two, LATE, new SignalSamples(82).oneOfEach(two)),
                holding(all).read(two, LATE).block(),
                "seed 82");
    }

    private static void same(Snapshot expected, @Nullable Snapshot read, String what) {
        Snapshot found = Objects.requireNonNull(read, what);
        for (SignalKind kind : SignalKind.values()) {
            assertThat((List<?>) found.signals(kind, kind.type()))
                    .as(what + " " + kind)
                    .isEqualTo(expected.signals(kind, kind.type()));
        }
        assertThat(StandardCatalog.catalog().compute(found))
                .as(what)
                .isEqualTo(StandardCatalog.catalog().compute(expected));
    }
}
