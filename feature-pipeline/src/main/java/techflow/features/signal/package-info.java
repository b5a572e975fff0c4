/**
 * Signals: what was observed about an enterprise, when it happened and since when it could be known.
 *
 * <p>Entry types: {@link techflow.features.signal.Signal} and its records, one per
 * {@link techflow.features.signal.SignalKind}; {@link techflow.features.signal.SignalDecoder}, the one place where a row
 * becomes a signal; {@link techflow.features.signal.SignalFormat}, the columns of each kind, from which CSV headers, the
 * data dictionary and the database agree.
 *
 * <p>CSV form: UTF-8, comma, a header line, one file per kind named {@code <file stem>.csv}. Every file begins with
 * {@code uscc,occurred_at,known_at,source}; the kind's own columns follow. Dates are {@code 2026-10-31}, months
 * {@code 2026-10}, instants {@code 2026-11-12T00:00:00Z}, money is yuan with at most two decimals, an empty cell is
 * missing. Example of {@code contribution_month.csv}:
 *
 * <pre>{@code
 * uscc,occurred_at,known_at,source,scheme,period,persons,base,payable,paid,deferred
 * 91000000M00000019Y,2026-09-30,2026-10-20T01:00:00Z,HRSS,SOCIAL_INSURANCE,2026-09,42,336000.00,87360.00,87360.00,
 * }</pre>
 *
 * <p>A row keeps its contract when each cell keeps the rule of its {@link techflow.features.signal.Column} and, once all
 * can be read, the cells keep the rules between them ({@link techflow.features.signal.RowRule}), such as a part that is no
 * more than its whole. Every broken rule is told.
 *
 * <p>Invariants: {@code knownAt} never lies before {@code occurredAt}; missing is empty, never zero; money is exact to
 * the fen; no clock, no randomness, no framework.
 */
@NullMarked
package techflow.features.signal;

import org.jspecify.annotations.NullMarked;
