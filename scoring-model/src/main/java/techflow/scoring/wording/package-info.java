/**
 * Answers in words, in Chinese and in English: reasons, values and the probability of default.
 *
 * <p>Entry types: {@link techflow.scoring.wording.ReasonText} for a contribution, {@link techflow.scoring.wording.PdText}
 * for a PD, {@link techflow.scoring.wording.ValueText} for a value with its unit, and
 * {@link techflow.scoring.wording.LabelText} for the name of a feature.
 *
 * <pre>{@code
 * ReasonText reason = ReasonText.of(contribution, definition, "GRADE_R3_MEAN");
 * // R-INVENTION_DENSITY
 * // 发明专利密集度 12%，参照 35%（R3级企业），低 18 分
 * // Invention density 12% against 35% at firms of grade R3: 18 points lost
 * }</pre>
 *
 * <p>Invariants: pure, and the same in every locale; a missing value is said to be missing, with its reason, and never
 * shown as zero. Amounts are RMB, ratios are shown in per cent, points are rounded to whole ones.
 */
@NullMarked
package techflow.scoring.wording;

import org.jspecify.annotations.NullMarked;
