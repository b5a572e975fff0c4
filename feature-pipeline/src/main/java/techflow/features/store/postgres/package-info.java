/**
 * Signals in PostgreSQL: the table {@code signal} of {@code techflow/db/V1__signals.sql} and the ledger of loads,
 * {@code signal_load} of {@code techflow/db/V4__loads.sql}.
 *
 * <p>Entry types: {@link techflow.features.store.postgres.PostgresSignalStore} reads,
 * {@link techflow.features.store.postgres.PostgresSignalLoader} loads a stream in one transaction by COPY,
 * {@link techflow.features.store.postgres.PostgresSignalLoad} a file chunk by chunk, with an entry in the
 * {@link techflow.features.store.postgres.LoadLedger} that lets it go on after a crash. Loading is idempotent: an
 * observation is identified by enterprise, kind, natural key and {@code known_at}, and the one stored first stays, so
 * the same rows twice change nothing. Times are kept to the microsecond, the precision of
 * {@link techflow.features.signal.SignalHeader}. Whatever the database does not answer is a
 * {@link techflow.problem.PlatformFault} STORE_UNAVAILABLE.
 *
 * <p>Histories leave the database by COPY in one ordered pass; the thread that reads them only finds where a firm ends, and
 * {@link techflow.features.store.SignalStore#undecoded} lets others decode.
 *
 * <p>{@link techflow.features.store.postgres.PostgresPeerTables} keeps peer tables in {@code peer_table} of
 * {@code techflow/db/V5__peer_tables.sql}; the table refuses changes.
 *
 * <pre>{@code
 * LoadResult result = new PostgresSignalLoader(dataSource).load(signals);
 * List<Signal> history = new PostgresSignalStore(dataSource).history(enterprise);
 * }</pre>
 */
@NullMarked
package techflow.features.store.postgres;

import org.jspecify.annotations.NullMarked;
