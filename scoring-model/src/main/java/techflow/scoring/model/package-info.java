/**
 * The served model and the one path from a feature vector to an answer.
 *
 * <p>Entry type: {@link techflow.scoring.model.ScoringPipeline#score}, the whole of scoring in a few lines: refuse a
 * foreign schema, knock out, ask the model for log-odds, calibrate, scale, grade, explain, and add the technology side.
 */
@NullMarked
package techflow.scoring.model;

import org.jspecify.annotations.NullMarked;
