/**
 * A synthetic population of technology SMEs whose true PD is known for every firm and month. SYNTHETIC: codes are
 * placeholders that no real firm can bear and names begin with 合成科技.
 *
 * <p>Entry types: {@link techflow.datasets.synthetic.SyntheticEconomy} makes firms from
 * {@link techflow.datasets.synthetic.EconomySettings}; {@link techflow.datasets.synthetic.DatasetWriter} writes them as
 * files; {@link techflow.datasets.synthetic.PopulationTally} counts them. For example:
 *
 * <pre>{@code
 * var economy = new SyntheticEconomy(new EconomySettings(3_000, 1, YearMonth.of(2026, 10)));
 * PopulationReport report = new DatasetWriter(directory).write(economy);
 * }</pre>
 *
 * <p>How it works, in the order of the code: traits and a hidden state are drawn
 * ({@link techflow.datasets.synthetic.LatentModel}); the default is drawn from its hazards by a random stream of its
 * own; the business follows the state ({@link techflow.datasets.synthetic.Activity}); one emitter per source reports
 * the business late, partly and with errors. The true PD is that of the next twelve months given the state at the end
 * of the month ({@link techflow.datasets.synthetic.HazardOutlook}).
 *
 * <p>Invariants: equal settings give equal bytes; firm {@code i} does not depend on the number of firms; no signal from
 * before the day of default depends on the default draw; nothing is known before it happened. Units: money in yuan,
 * months as calendar months in China, PD in (0, 1).
 *
 * <p>Every rate and effect here is our own setting, made to resemble what the field reports, and is no estimate of a real
 * portfolio.
 */
@NullMarked
package techflow.datasets.synthetic;

import org.jspecify.annotations.NullMarked;
