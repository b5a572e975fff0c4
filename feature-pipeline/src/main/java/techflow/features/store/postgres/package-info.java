/**
 * Signals in PostgreSQL: the table {@code signal} of {@code techflow/db/V1__signals.sql}.
 *
 * <p>Entry types: {@link techflow.features.store.postgres.PostgresSignalStore} reads,
 * {@link techflow.features.store.postgres.PostgresSignalLoader} loads in bulk by COPY. Loading is idempotent: an
 * observation is identified by enterprise, kind, natural key and {@code known_at}, and the one stored first stays, so
 * the same rows twice change nothing. Times are kept to the microsecond, the precision of
 * {@link techflow.features.signal.SignalHeader}. Whatever the database does not answer is a
 * {@link techflow.problem.PlatformFault} STORE_UNAVAILABLE.
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
