/**
 * The engine for populations that outgrow one machine: Apache Spark computes the same catalogue, bit-equal to the local
 * engine.
 *
 * <p>Entry types: {@link techflow.features.engine.spark.SparkFeatureJob}, the program that {@code spark-submit} and
 * {@code ./techflow features build --engine spark} run on Parquet, PostgreSQL or CSV; and
 * {@link techflow.features.engine.spark.SparkFeatureEngine}, the port's adapter, which feeds a store's histories through
 * the driver and so suits small populations. Spark only moves rows: each becomes a signal in
 * {@link techflow.features.signal.SignalDecoder} on the executor, a firm's signals are cut by
 * {@link techflow.features.snapshot.Snapshot#cut} and the vector is
 * {@link techflow.features.definition.FeatureCatalog#compute}, as everywhere.
 *
 * <p>Invariants: all rows of a firm meet in one task, sorted by firm, which holds one firm at a time; a lost worker's
 * tasks are computed again and written once; a bad row is counted and written with its place, kind and every broken rule,
 * and nothing is published unless the caller allowed rejects; driver and executors must have the same feature schema.
 * Times are UTC and to the microsecond, money is in yuan with two decimals.
 *
 * <pre>{@code
 * spark-submit --class techflow.features.engine.spark.SparkFeatureJob techflow-spark-job.jar \
 *     --signals parquet:/data/signals --as-of 2026-09-30 --out /data/vectors
 * }</pre>
 */
@NullMarked
package techflow.features.engine.spark;

import org.jspecify.annotations.NullMarked;
