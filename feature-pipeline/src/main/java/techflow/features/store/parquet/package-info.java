/**
 * Signals and tables in Parquet files.
 *
 * <p>Entry types: {@link techflow.features.store.parquet.ParquetSignalWriter} writes a directory with one file per kind,
 * {@link techflow.features.store.parquet.ParquetSignalStore} reads one as a store;
 * {@link techflow.features.store.parquet.ParquetTableWriter} and
 * {@link techflow.features.store.parquet.ParquetTableReader} do the same for any flat table. Only this package imports
 * the Parquet library, which is an optional dependency of the module.
 *
 * <p>The types are Parquet's standard logical ones, so that Spark, DuckDB and pandas read the files as they are:
 *
 * <table><caption>Types</caption>
 * <tr><th>signal column</th><th>Parquet</th></tr>
 * <tr><td>text, month, one of some words</td><td>BYTE_ARRAY, STRING</td></tr>
 * <tr><td>integer</td><td>INT32</td></tr>
 * <tr><td>number</td><td>DOUBLE</td></tr>
 * <tr><td>yuan</td><td>INT64, DECIMAL(18,2): the fen</td></tr>
 * <tr><td>date, occurred_at</td><td>INT32, DATE</td></tr>
 * <tr><td>known_at</td><td>INT64, TIMESTAMP(MICROS, UTC)</td></tr>
 * <tr><td>boolean</td><td>BOOLEAN</td></tr>
 * </table>
 *
 * <p>Reading is more lenient than writing: whole numbers of any width, decimals in any physical form, timestamps in
 * milli-, micro- or nanoseconds and dates as text are taken, for they all become cells that
 * {@link techflow.features.signal.SignalDecoder} judges; a column that is not required may be left out, as in CSV. Files are written with gzip by the JDK itself and read with
 * gzip, snappy and zstd. Row groups are small ({@link techflow.features.store.parquet.ParquetTableWriter#ROW_GROUP_BYTES}),
 * because a store holds one row group per open file in memory.
 *
 * <pre>{@code
 * try (ParquetSignalWriter writer = ParquetSignalWriter.into(directory)) {
 *     signals.forEach(writer::write);
 * }
 * try (Stream<History> histories = new ParquetSignalStore(directory).histories()) { ... }
 * }</pre>
 */
@NullMarked
package techflow.features.store.parquet;

import org.jspecify.annotations.NullMarked;
