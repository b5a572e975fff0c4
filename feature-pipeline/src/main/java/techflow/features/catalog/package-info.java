/**
 * THE features: the catalogue {@code fs-2}, a list one can read.
 *
 * <p>Entry type: {@link techflow.features.catalog.StandardCatalog#catalog()}. Each family is one class whose
 * {@code features()} names its features in order; each feature is one
 * {@link techflow.features.definition.FeatureDefinition} that says what it is, with window and lag, its direction and
 * why, what missing means and where the definition comes from. Batch, Spark and the API compute these very values.
 *
 * <p>Invariants, held by tests: a signal known at or after the as-of instant changes nothing; the order of signals
 * changes nothing; an empty history gives only missing values; a value never leaves its declared range.
 *
 * <p>Windows. A monthly source is published 10 to 45 days after its month. Amounts look at the whole months up to the
 * month before last ({@code Window.wholeMonths(asOf, 1, n)}), so that the last month is normally published. Counts of
 * silent months look one month further back, so that a late publication is not taken for silence. Head counts take the
 * latest month known. Days are days in China.
 *
 * <p>Season. A trend of sales is taken through the ratios of each month to the same month of the year before, so that a
 * season that repeats does not look like growth; growth compares a year with the year before it, which holds each month
 * once. Nothing is smoothed or forecast.
 *
 * <p>Interactions are features of their own where the literature found two facts to act together. Checks for gaming
 * (真实性核验) ask whether data fit one another; they are questions to the firm, never proofs.
 *
 * <p>A repaired or withdrawn penalty, and a rating replaced by its repair, leave no trace: a snapshot holds only the
 * latest version known.
 *
 * <p>Units. Money is in yuan, shares and growth are ratios (0.1 = 10 %), growth is capped at +1,000 %. A coefficient of
 * variation uses the sample standard deviation.
 *
 * <p>Standing among peers. The family PEER ranks ten features among firms alike, by dated
 * {@linkplain techflow.features.peer peer tables}; until the catalogue is bound to tables those ranks are missing.
 *
 * <p>Names, order, units and labels are frozen by a golden file: changing any of them needs a new version.
 *
 * <pre>{@code
 * FeatureVector vector = StandardCatalog.catalog().compute(Snapshot.cut(enterprise, asOf, history));
 * double stability = vector.number(new FeatureName("rd_stability"));
 * }</pre>
 */
@NullMarked
package techflow.features.catalog;

import org.jspecify.annotations.NullMarked;
