/**
 * Where signals are kept.
 *
 * <p>Entry type: the port {@link techflow.features.store.SignalStore}. Its adapters keep signals in CSV files
 * ({@code .file}), in Parquet files ({@code .parquet}) and in PostgreSQL ({@code .postgres}); one compatibility kit shows
 * that they behave alike. A {@link techflow.features.store.Spine} says which firms to look at as of when. The port
 * {@link techflow.features.store.PeerTableStore} keeps dated {@linkplain techflow.features.peer peer tables} likewise.
 */
@NullMarked
package techflow.features.store;

import org.jspecify.annotations.NullMarked;
