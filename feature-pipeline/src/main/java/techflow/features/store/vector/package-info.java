/**
 * Feature vectors in files and in PostgreSQL: what the batch engine leaves behind, and how it is read back.
 *
 * <p>Entry types: {@link techflow.features.store.vector.VectorFormat} makes a
 * {@link techflow.features.store.vector.VectorSink} for a file; {@link techflow.features.store.vector.VectorSet} reads a
 * whole output directory by its {@link techflow.features.store.vector.BuildManifest};
 * {@link techflow.features.store.vector.VectorTable} does both for the table {@code feature_vector}. What is read back
 * equals what was written, bit by bit, the reasons of missing values included.
 *
 * <p>Every form has the columns {@code uscc}, {@code as_of} (UTC), one column per feature (a number or a label, empty or
 * null where the value is missing) and {@code missing_reasons}: a text with one character per feature in the order of the
 * schema, {@code .} for a value that is there, {@code N} no data, {@code H} not enough history, {@code D} not disclosed,
 * {@code U} undefined. So a null says <em>that</em> a value is missing, and {@code substr(missing_reasons, i, 1)} says
 * why, at next to no cost, because neighbours compress to almost nothing. Parquet files carry the schema, its version and
 * its fingerprint in the footer ({@code techflow.schema}, {@code .version}, {@code .fingerprint}); those that Spark wrote
 * carry the same keys in the metadata of the column {@code missing_reasons}.
 *
 * <pre>{@code
 * VectorSet set = VectorSet.open(directory);
 * try (Stream<FeatureVector> vectors = set.vectors()) { ... }
 * }</pre>
 */
@NullMarked
package techflow.features.store.vector;

import org.jspecify.annotations.NullMarked;
