/**
 * The technology side of an answer: the 技术流 index with its grade T1–T10 and the innovation points (创新积分).
 *
 * <p>Entry types: {@link techflow.scoring.technology.TechnologyIndex} and
 * {@link techflow.scoring.technology.InnovationPointsRule}; both are pure functions of a feature vector and of settings
 * that anyone can read and change. {@link techflow.scoring.technology.WeightedTechnologyIndex} is a weighted mean of five
 * dimensions with the weights of the firm's technology field, then grade limits, then corrections;
 * {@link techflow.scoring.technology.WeightedInnovationPoints} is a weighted sum with the weights of the firm's life stage.
 * Their settings are read by {@code techflow.scoring.settings}. <b>The shipped weights and limits are our own example, not official ones</b>: no
 * official formula, weight or limit is published. A technology grade is an ordinal grade of innovation ability, never a
 * probability of default.
 *
 * <p>Beside them stand what is official or published: {@link techflow.scoring.technology.OfficialInnovationPoints} holds
 * points that an authority published, in their own frame and scale, never mixed with ours; the package
 * {@code certificate} computes the published certificate rules; a {@link techflow.scoring.technology.WarningRule} tells a
 * warning that moves no score.
 *
 * <p>Invariants: scores lie in [0, 100]; the grades tile [0, 100]; a missing indicator is left out and reported, never
 * counted as zero, unless the firm is known to have none; with too few known dimensions there is no grade.
 */
@NullMarked
package techflow.scoring.technology;

import org.jspecify.annotations.NullMarked;
