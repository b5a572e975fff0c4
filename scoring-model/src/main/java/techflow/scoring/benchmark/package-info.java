/**
 * Our trainers beside the peers' on open data with labels and fixed folds.
 *
 * <p>Entry type: {@link techflow.scoring.benchmark.BenchmarkRun}. A data set is a folder ({@link
 * techflow.scoring.benchmark.OpenSet}): features and outcome, the fold of each row, and what the peers foretold of each row
 * out of fold. Everything that learns, the choice of settings and the calibration included, sees the training folds only.
 * Figures are of the pooled out-of-fold PDs, ours and the peers' by the same functions.
 */
@NullMarked
package techflow.scoring.benchmark;

import org.jspecify.annotations.NullMarked;
