/**
 * What a score is: probability of default, score points, credit grade, contributions and reasons.
 *
 * <p>Entry types: {@link techflow.scoring.score.ScoringResult}, the answer; {@link techflow.scoring.score.ScoreScale}
 * and {@link techflow.scoring.score.GradeScale}, which turn log-odds into points and points into grades.
 *
 * <p>Orientation, fixed once: bad = 1, odds are good : bad, a higher score is safer, grade R1 is best. Points are
 * additive: {@code baseline + Σ contributions = unrounded score}, always.
 */
@NullMarked
package techflow.scoring.score;

import org.jspecify.annotations.NullMarked;
