package techflow.scoring.score;

import java.util.List;
import java.util.Optional;
import techflow.scoring.technology.InnovationPoints;
import techflow.scoring.technology.TechnologyAssessment;

/** The answer for one firm at one instant. "Cannot be scored" is an answer, with reasons, not a fault. */
public sealed interface ScoringResult {
    /** The technology side, which does not depend on the PD model. */
    TechnologyAssessment technology();

    /** The innovation points (创新积分). */
    InnovationPoints innovation();

    /** Share of the model's features that were known, in [0, 1]. */
    double completeness();

    /**
     * The firm was scored.
     *
     * @param logOdds calibrated log-odds good : bad
     * @param pd 12-month probability of default
     * @param pdInterval the range in which it lies for most samples that could have been trained on, empty when the model
     *     does not tell
     * @param points unrounded score
     * @param score rounded score
     * @param grade credit grade of that score
     * @param explanation why; its points equal {@code points}
     */
    record Scored(
            double logOdds,
            ProbabilityOfDefault pd,
            Optional<PdInterval> pdInterval,
            double points,
            int score,
            CreditGrade grade,
            Explanation explanation,
            TechnologyAssessment technology,
            InnovationPoints innovation,
            double completeness)
            implements ScoringResult {}

    /** The firm cannot be scored, for at least one reason. */
    record NotScorable(
            List<NotScorableReason> reasons,
            TechnologyAssessment technology,
            InnovationPoints innovation,
            double completeness)
            implements ScoringResult {
        public NotScorable {
            reasons = List.copyOf(reasons);
        }
    }

    /** Why a firm cannot be scored. */
    enum NotScorableReason {
        /** Fewer than half of the model's features are known. */
        THIN_FILE("可用数据不足：模型特征中已知的不到一半", "Too little is known: fewer than half of the model's features"),
        /** Deregistered (注销) or licence revoked (吊销). */
        ENTERPRISE_CLOSED("企业已注销或被吊销营业执照", "The enterprise is deregistered or its licence is revoked"),
        /** An open entry as dishonest judgment debtor (失信被执行人). */
        DISHONEST_DEBTOR("企业为失信被执行人", "The enterprise is listed as a dishonest judgment debtor");

        private final String chinese;
        private final String english;

        NotScorableReason(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }
}
