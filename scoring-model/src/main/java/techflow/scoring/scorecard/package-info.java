/**
 * The scorecard: bins, weights of evidence and characteristics.
 *
 * <p>Entry type: {@link techflow.scoring.scorecard.Scorecard}. Every characteristic bins one feature; each bin has a
 * weight of evidence, WoE = ln(%good / %bad), so a safer bin has a higher WoE; the log-odds good : bad are
 * {@code intercept + Σ coefficient · WoE}. Missing has a bin of its own and is never zero; a special
 * code, or a reason of missing that behaves unlike the others, may have one too. {@link
 * techflow.scoring.scorecard.PointsCard} is the card in whole points, for print and for databases.
 */
@NullMarked
package techflow.scoring.scorecard;

import org.jspecify.annotations.NullMarked;
