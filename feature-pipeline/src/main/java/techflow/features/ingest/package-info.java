/**
 * Files of signals go into the database: which kind they are, which of their rows keep the contract, and what became of
 * every row.
 *
 * <p>Entry type: {@link techflow.features.ingest.Ingestion}. It takes a file that {@link
 * techflow.features.ingest.InputFile#examine} has looked at: CSV in UTF-8, plain or gzip, or Parquet, whose rows
 * are numbered where those of CSV have lines; the kind follows from the name and the columns. Rows are decoded by {@link
 * techflow.features.signal.SignalDecoder} and encoded for the database in one thread and stored in chunks by another.
 *
 * <p>Invariants: {@code read = inserted + duplicates + conflicts + rejected} for every file. A chunk is stored in one
 * transaction with its counts, and its rejects are on disk before it, so that a load killed at any moment goes on with
 * nothing lost or doubled, the rejects file included. The same bytes as the same kind are loaded once. A row that refers
 * to an unknown firm or patent is stored with a warning: sources arrive in any order. A strict load stores all rows or
 * none, and takes a warning and a conflict for a reject.
 *
 * <pre>{@code
 * Ingestion ingestion = Ingestion.into(dataSource, IngestOptions.by("my-job"));
 * FileReport report = ingestion.ingest(InputFile.examine(Path.of("patent.csv.gz"), Optional.empty()), rows -> {});
 * }</pre>
 */
@NullMarked
package techflow.features.ingest;

import org.jspecify.annotations.NullMarked;
