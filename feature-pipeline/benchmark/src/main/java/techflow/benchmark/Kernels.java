package techflow.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.SignalStore.History;
import techflow.features.store.file.CsvSignalStore;

/** The inner loops, for one firm of the synthetic population after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Kernels {
    private static final AsOf AS_OF = AsOf.startOf(SyntheticPopulation.AS_OF);
    private static final int FIRMS = 32;

    private List<History> histories = List.of();
    private List<List<List<String>>> rows = List.of();
    private List<SignalKind> kinds = List.of();
    private int next;

    @Setup
    public void population() throws IOException {
        Path directory = Files.createTempDirectory("techflow-kernels");
        SyntheticPopulation.write(directory, FIRMS);
        try (Stream<History> all = new CsvSignalStore(directory).histories()) {
            histories = all.toList();
        }
        rows = histories.stream()
                .map(history ->
                        history.signals().stream().map(SignalDecoder::encode).toList())
                .toList();
        kinds = List.of(SignalKind.values());
    }

    private History firm() {
        next = (next + 1) % FIRMS;
        return histories.get(next);
    }

    /** History to snapshot. */
    @Benchmark
    public Snapshot cut() {
        History firm = firm();
        return Snapshot.cut(firm.enterprise(), AS_OF, firm.signals());
    }

    /** History to vector of the whole catalogue: cut and compute. */
    @Benchmark
    public FeatureVector cutAndCompute() {
        return StandardCatalog.catalog().compute(cut());
    }

    /** The cells of a firm's rows, as texts, to signals. */
    @Benchmark
    public int decodeTexts() {
        History firm = firm();
        List<List<String>> cells = rows.get(next);
        int accepted = 0;
        for (int i = 0; i < cells.size(); i++) {
            Signal signal = firm.signals().get(i);
            SignalKind kind = kinds.get(signal.kind().ordinal());
            accepted += SignalDecoder.decode(kind, cells.get(i)) instanceof SignalDecoder.Decoded.Accepted ? 1 : 0;
        }
        return accepted;
    }
}
