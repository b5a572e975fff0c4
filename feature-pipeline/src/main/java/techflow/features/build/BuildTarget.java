package techflow.features.build;

import java.util.Optional;
import java.util.SortedMap;
import techflow.features.definition.FeatureSchema;
import techflow.features.signal.EnterpriseId;
import techflow.features.store.vector.VectorSink;

/** Where a build leaves its parts. Each part is there wholly or not at all. Close it. */
public interface BuildTarget extends AutoCloseable {
    /**
     * What is there already.
     *
     * @param last the firm done last
     * @param counts of all whole parts
     * @param complete true when the build is finished
     */
    record Done(EnterpriseId last, Counts counts, boolean complete) {}

    /**
     * Begins a build or goes on with an interrupted one; empty when nothing is done yet.
     *
     * @param inputs what the vectors are made of, by name
     * @throws techflow.problem.RecordFault REQUEST_INVALID naming every input that is not the one of the build found
     */
    Optional<Done> begin(FeatureSchema schema, SortedMap<String, String> inputs);

    /** A sink for the next part. */
    VectorSink part();

    /** Makes the part whole, after its sink is closed. */
    void commit(EnterpriseId first, EnterpriseId last, Counts counts);

    /** Ends the build and answers with the size of all parts in bytes. */
    long finish();

    @Override
    void close();
}
