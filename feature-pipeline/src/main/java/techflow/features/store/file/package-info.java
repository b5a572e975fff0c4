/**
 * Signals in files: a directory with one CSV file per kind, {@code <file stem>.csv} or {@code <file stem>.csv.gz}, in
 * the form of {@link techflow.features.signal}.
 *
 * <p>Entry types: {@link techflow.features.store.file.CsvSignalWriter} writes a directory,
 * {@link techflow.features.store.file.CsvSignalStore} reads one as a store,
 * {@link techflow.features.store.file.CsvSignalReader} reads one file row by row, the bad rows with line and reasons. A
 * kind without a file has no signals.
 *
 * <p>{@link techflow.features.store.file.SignalDirectory} opens a directory of CSV or of Parquet files, whichever it holds;
 * {@link techflow.features.store.file.SpineFile} reads a spine.
 *
 * <p>UTF-8 with or without a byte order mark; columns in any order; a missing or unknown column refuses the file with
 * FILE_MALFORMED. A store wants every file sorted by {@code uscc}, so that it can merge them in bounded memory; a file
 * out of order is refused with its line. An import shows the bad rows first, so the store itself takes only good ones.
 *
 * <p>{@link techflow.features.store.file.FilePeerTables} keeps peer tables, one text file each.
 *
 * <pre>{@code
 * try (CsvSignalWriter writer = CsvSignalWriter.into(directory)) {
 *     signals.forEach(writer::write);
 * }
 * try (Stream<History> histories = new CsvSignalStore(directory).histories()) { ... }
 * }</pre>
 */
@NullMarked
package techflow.features.store.file;

import org.jspecify.annotations.NullMarked;
