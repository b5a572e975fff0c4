package techflow.features.engine.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureVector;
import techflow.features.engine.FeatureEngine;
import techflow.features.engine.local.SpineHistories;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.snapshot.AsOf;
import techflow.features.store.SignalStore;
import techflow.features.store.SignalStore.History;
import techflow.features.store.SignalStore.Undecoded;
import techflow.features.store.Spine;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/**
 * The port on Spark. The driver reads the store, so this suits populations that one machine could compute too; for large
 * ones run {@link SparkFeatureJob}, whose executors read. The driver holds one batch of firms at a time.
 */
public final class SparkFeatureEngine implements FeatureEngine {
    /** Signals sent to the executors at once: enough to keep them busy, few enough for the driver's memory. */
    private static final int BATCH_SIGNALS = 200_000;

    private static final int BATCH_FIRMS = 10_000;

    private final SparkSession spark;

    /** @param spark open while this is used; its time zone must be UTC, as {@link SparkSessions} makes it */
    public SparkFeatureEngine(SparkSession spark) {
        this.spark = spark;
    }

    /** A firm on its way to an executor. */
    private record Firm(String code, List<java.time.Instant> times, List<Row> rows) implements Serializable {}

    /**
     * {@inheritDoc} The sink runs on the calling thread. On executors outside this virtual machine only the schema of
     * {@link techflow.features.catalog.StandardCatalog} can be computed: SCHEMA_MISMATCH otherwise.
     */
    @Override
    public void compute(SignalStore store, FeatureCatalog catalog, Spine spine, Consumer<FeatureVector> sink) {
        CatalogTicket ticket = CatalogTicket.of(catalog);
        try (Stream<Undecoded> stored = store.undecoded()) {
            Iterator<Undecoded> histories =
                    spine.isEveryFirm() ? stored.iterator() : new SpineHistories(spine, stored.iterator());
            List<Firm> batch = new ArrayList<>();
            int signals = 0;
            while (histories.hasNext()) {
                Firm firm = firm(histories.next().decode().get(), spine);
                batch.add(firm);
                signals += firm.rows().size();
                if (signals >= BATCH_SIGNALS || batch.size() >= BATCH_FIRMS || !histories.hasNext()) {
                    compute(batch, ticket, catalog, sink);
                    batch.clear();
                    signals = 0;
                }
            }
        } finally {
            ticket.forget();
        }
    }

    private static Firm firm(History history, Spine spine) {
        List<Row> rows = new ArrayList<>();
        history.signals().forEach(signal -> rows.add(SignalTable.row(signal, "")));
        List<java.time.Instant> times = new ArrayList<>();
        spine.times(history.enterprise()).forEach(asOf -> times.add(asOf.instant()));
        return new Firm(history.enterprise().code(), times, rows);
    }

    private void compute(List<Firm> batch, CatalogTicket ticket, FeatureCatalog catalog, Consumer<FeatureVector> sink) {
        for (Row row : collected(List.copyOf(batch), ticket)) {
            sink.accept(VectorTable.vector(row, catalog.schema()));
        }
    }

    private List<Row> collected(List<Firm> batch, CatalogTicket ticket) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        try {
            return context.parallelize(batch, Math.min(batch.size(), 4 * context.defaultParallelism()))
                    .flatMap(firm -> vectors(firm, ticket).iterator())
                    .collect();
        } catch (Exception e) {
            throw SparkFaults.of(e);
        }
    }

    private static List<Row> vectors(Firm firm, CatalogTicket ticket) {
        RowDecoder decoder = new RowDecoder();
        List<Signal> signals = new ArrayList<>();
        for (Row row : firm.rows()) {
            switch (decoder.decode(row)) {
                case Decoded.Accepted accepted -> signals.add(accepted.signal());
                case Decoded.Rejected rejected ->
                    throw new RecordFault(
                            ProblemCode.SIGNAL_MALFORMED,
                            "A signal of the store breaks its contract: "
                                    + rejected.violations().getFirst().describe(),
                            rejected.violations());
            }
        }
        List<AsOf> times = firm.times().stream().map(AsOf::new).toList();
        return FirmVectors.vectors(new EnterpriseId(firm.code()), times, signals, ticket.catalog());
    }
}
