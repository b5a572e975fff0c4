/**
 * Boosted trees by XGBoost4J, called directly: Tribuo's wrapper trains two trees a round and does not honour declared
 * directions.
 *
 * <p>Entry types: {@link techflow.scoring.engine.xgboost.BoostedTrees} and, with tables for contributions, {@link
 * techflow.scoring.engine.xgboost.AdditiveTrees}. The label is good = 1, so that leaves are log-odds good : bad. Rows are
 * dense {@code float}, NaN is missing. Native memory is freed by whoever opened it; everything native is {@link
 * java.lang.AutoCloseable}. What is served is our own {@link techflow.scoring.trees.FlatTreeEnsemble}: the log-odds that
 * XGBoost computes for the same trees equal it to the last bit.
 */
@NullMarked
package techflow.scoring.engine.xgboost;

import org.jspecify.annotations.NullMarked;
