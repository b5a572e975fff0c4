/**
 * Pure aggregates over a snapshot: what the definitions of {@code techflow.features.catalog} are made of.
 *
 * <p>Entry types: {@link techflow.features.aggregate.MonthlySource}, which turns the rows of one monthly source into a
 * {@link techflow.features.aggregate.MonthlySeries}, one number or a gap for each month of a window, by a
 * {@link techflow.features.aggregate.MonthlyMeasure};
 * {@link techflow.features.aggregate.Ratio} for shares and growth; {@link techflow.features.aggregate.PatentPortfolio},
 * the patents of a firm, each in the stage of its legal life; {@link techflow.features.aggregate.AnnualFigures}.
 *
 * <p>Invariants: a month without a row is a gap and never zero; a ratio to zero or to a negative number is
 * {@code Missing(UNDEFINED)} and never infinite; everything depends on the snapshot alone. Money is in yuan.
 *
 * <p>Whatever several features look at is put together once for a snapshot: keep sources and measures in constants.
 *
 * <pre>{@code
 * private static final MonthlySource<MonthlyTax> RETURNS =
 *         new MonthlySource<>(MONTHLY_TAX, MonthlyTax.class, MonthlyTax::period, tax -> true);
 * private static final MonthlyMeasure SALES = RETURNS.measure(tax -> tax.declaredSales().yuan());
 *
 * FeatureValue sales = SALES.over(snapshot, Window.wholeMonths(snapshot.asOf(), 1, 12))
 *         .whenKnown(6, months -> FeatureValue.of(months.sum()));
 * }</pre>
 */
@NullMarked
package techflow.features.aggregate;

import org.jspecify.annotations.NullMarked;
