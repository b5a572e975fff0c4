/**
 * The published rules of technology certificates (科技资质) and of two local point systems, computed as they are published.
 *
 * <p>Entry type: {@link techflow.scoring.technology.certificate.CertificateRules}. Unlike the 技术流 index, these rules
 * are public: 科技型中小企业, 创新型中小企业, 高新技术企业, 专精特新"小巨人", and the point rules of 海宁 and 安吉.
 *
 * <pre>{@code
 * List<CertificateAssessment> all = new CertificateRules(CertificateSettings.general()).assess(snapshot);
 * // 科技型中小企业: MET, 80 to 100 of 100 points; R&D staff 30% → 20 of 20; missing: total costs
 * }</pre>
 *
 * <p>Invariants: what is not known stays unknown. A value is an {@link techflow.scoring.technology.certificate.Extent}
 * from the least to the most that it can be, so that points are a range from those reached to those possible, and a
 * condition is met, not met or open. A boundary belongs to the better band, as the rules say. Every line names its
 * {@link techflow.scoring.technology.certificate.Source}. Nothing here is a decision of the authority: whether a right
 * belongs to the main product, for instance, only the authority finds.
 *
 * <p>Units: money is RMB, shares are ratios, points are points of the rule.
 */
@NullMarked
package techflow.scoring.technology.certificate;

import org.jspecify.annotations.NullMarked;
