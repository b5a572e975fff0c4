package techflow.api.answer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request for a score, as published. What only a scored firm has is null for the others.
 *
 * @param scoreId id under which it is logged, UUIDv7
 * @param requestId id of the request
 * @param authorisationId authorisation of the data subject
 * @param purpose why the data was looked at
 * @param scoredAt when it was computed
 * @param subject whom it is about
 * @param status scored or not
 * @param notScoredReasons why not; empty for a scored firm
 * @param score integer score, higher is safer
 * @param scoreRange what this model can give
 * @param creditGrade R1 (best) to R10
 * @param pd12m probability of default within 12 months, not rounded
 * @param pdInterval where it lies for most samples that the model could have been trained on; null when the model does not
 *     tell
 * @param pdInWords the same for people
 * @param technology the 技术流 side
 * @param innovationPoints 创新积分
 * @param explanation why this score
 * @param completeness how much was known
 * @param asOf only what was known before it was used
 * @param dataCutoff latest data by kind of signal
 * @param validUntil last day on which the score should be used
 * @param model which model answered
 * @param featureSet which features it read
 * @param certificates the published certificate rules on the firm; null in an answer of a release without them
 * @param objections marks of items that the firm objects to, open or noted; null in an answer of a release without them
 * @param auditHash SHA-256 of what the audit log holds of the query, its inputs and its result; null in an answer of a
 *     release without it
 * @param warnings signs to look into, by the warning rules of the settings; null in an answer of a release without them
 * @param degradedReasons essential sources that are absent or too old; empty unless the status is DEGRADED, null in an
 *     answer of a release without them
 * @param peers where the firm stands among its peers; empty without a peer table, null in an answer of a release without
 * @param trend against the score before; null when there is none
 * @param policyVersion version of the technology settings that the answer was made with, null in an answer of a release
 *     without it
 */
public record ScoreAnswer(
        String scoreId,
        String requestId,
        String authorisationId,
        String purpose,
        Instant scoredAt,
        Subject subject,
        Status status,
        List<Reason> notScoredReasons,
        @Nullable Integer score,
        ScoreRange scoreRange,
        @Nullable String creditGrade,
        @Nullable Double pd12m,
        @Nullable PdRange pdInterval,
        @Nullable Text pdInWords,
        Technology technology,
        Innovation innovationPoints,
        @Nullable List<CertificateLine> certificates,
        @Nullable List<Reason> warnings,
        @Nullable Why explanation,
        Completeness completeness,
        Instant asOf,
        List<Cutoff> dataCutoff,
        LocalDate validUntil,
        Model model,
        FeatureSet featureSet,
        @Nullable List<ObjectionMark> objections,
        @Nullable String auditHash,
        @Nullable List<Reason> degradedReasons,
        @Nullable List<PeerRank> peers,
        @Nullable Trend trend,
        @Nullable String policyVersion) {
    /** Whether there is a score. */
    public enum Status {
        /** There is a score, of all that it should rest on. */
        SCORED,
        /** There is a score, but an essential source is absent or too old. */
        DEGRADED,
        /** There is none. */
        NOT_SCORED;

        /** Whether there is a score. */
        public boolean hasScore() {
            return this != NOT_SCORED;
        }
    }

    /**
     * Whom the answer is about.
     *
     * @param uscc 18-character code
     * @param name registered name, null when master data is not known
     * @param placeholder true for a synthetic or masked firm, whose code no real firm can bear
     */
    public record Subject(String uscc, @Nullable String name, boolean placeholder) {}

    /**
     * A range of PDs.
     *
     * @param level share of the samples inside, such as 0.9
     */
    public record PdRange(double low, double high, double level) {}

    /** A coded reason. */
    public record Reason(String code, Text text) {}

    /**
     * The scores a model can give.
     *
     * @param gradeLimits lowest score of each credit grade, R10 left out: it takes the rest
     */
    public record ScoreRange(int min, int max, boolean higherIsBetter, List<GradeLimit> gradeLimits) {}

    /** Where a credit grade begins. */
    public record GradeLimit(String grade, int lowestScore) {}

    /**
     * The 技术流 side; grades and index are null when too little is known.
     *
     * @param grade after corrections, T1 best
     * @param gradeBeforeCorrection of the index alone
     * @param index in [0, 100]
     * @param official always false: weights and limits are our own setting
     */
    public record Technology(
            @Nullable String grade,
            @Nullable String gradeBeforeCorrection,
            @Nullable Double index,
            List<DimensionLine> dimensions,
            List<CorrectionLine> corrections,
            String settingsVersion,
            boolean official,
            Text note) {}

    /** One dimension: score in [0, 100], null when not known; weight in [0, 1]. */
    public record DimensionLine(
            String code, Text name, @Nullable Double score, double weight) {}

    /** One correction; positive notches are worse. */
    public record CorrectionLine(String code, int notches, Text text) {}

    /**
     * Innovation points: our example computation, and beside it what an authority published.
     *
     * @param total null when no indicator is known
     * @param official always false
     * @param published official points in their own scale, the latest year first; null in an answer of a release without
     *     them
     */
    public record Innovation(
            @Nullable Double total,
            double maximum,
            String stage,
            Text stageName,
            boolean official,
            Text note,
            @Nullable List<PublishedPoints> published) {}

    /**
     * Innovation points that an authority published.
     *
     * @param total null when only blocks were published
     * @param maximum the most that the frame gives, null when not told
     * @param blocks points by block, where the frame has blocks
     */
    public record PublishedPoints(
            int year,
            String frame,
            Text frameName,
            String authority,
            @Nullable Double total,
            @Nullable Double maximum,
            List<BlockPoints> blocks) {}

    /** The points of one block of a frame. */
    public record BlockPoints(String code, Text name, double points) {}

    /**
     * One published certificate or point rule on the firm. Nothing in it is a decision of the authority.
     *
     * @param answer MET, NOT_MET or OPEN; null for a rule without a threshold
     * @param points from those reached to those possible; null for a list of conditions
     * @param heldUntil first day on which a certificate that is held is no longer valid, null when none is
     * @param validityYears from general knowledge, null when not set
     * @param items the rated lines
     * @param conditions what must hold, short cuts included
     * @param missing what one would have to know to settle it
     */
    public record CertificateLine(
            String code,
            Text name,
            @Nullable String answer,
            @Nullable PointRange points,
            @Nullable LocalDate heldUntil,
            @Nullable Integer validityYears,
            List<ItemLine> items,
            List<ConditionLine> conditions,
            List<Text> missing) {}

    /**
     * Points from those reached to those possible.
     *
     * @param threshold what the rule asks for, null when it publishes none
     * @param exceeded true when the threshold must be exceeded
     */
    public record PointRange(
            double from,
            double to,
            double maximum,
            @Nullable Double threshold,
            boolean exceeded) {}

    /** One rated line: what was found, the published band that applied, the points and where the rule stands. */
    public record ItemLine(
            String code, Text name, Text found, Text band, double from, double to, double maximum, String source) {}

    /** One condition: MET, NOT_MET or OPEN; kind NECESSARY, REPLACEABLE, DECLARED or SHORT_CUT. */
    public record ConditionLine(String code, Text name, String answer, String kind, Text found, String source) {}

    /**
     * Why a score is what it is: {@code baselinePoints + Σ points = points}, exactly.
     *
     * @param points unrounded score
     * @param baselinePoints mean of the reference firms
     * @param reference whom the firm is compared with
     * @param contributions every feature of the model, in the model's order
     * @param adverse the four that cost most
     * @param supportive the four that gain most
     * @param reasonsCoverage what the shown adverse and supportive lines have of Σ |points| of all, in [0, 1]; null in an
     *     answer of a release without it
     */
    public record Why(
            BigDecimal points,
            BigDecimal baselinePoints,
            Reference reference,
            List<Line> contributions,
            List<Line> adverse,
            List<Line> supportive,
            @Nullable Double reasonsCoverage) {}

    /** The firms a score is compared with. */
    public record Reference(String code, Text text) {}

    /**
     * One contribution; model contribution, not cause.
     *
     * @param code stable reason code
     * @param feature feature name
     * @param points gained (positive) or lost (negative) against the reference
     * @param value number, category or null when missing
     * @param missing why the value is missing, null when it is not
     * @param referenceValue typical value of the reference firms
     * @param unit unit of both values
     */
    public record Line(
            String code,
            String feature,
            BigDecimal points,
            @Nullable Object value,
            @Nullable String missing,
            @Nullable Object referenceValue,
            String unit,
            Text text) {}

    /**
     * How much was known.
     *
     * @param ratio share of the model's features that were known
     * @param missing names of the model's features that were not
     * @param level A from 0.9, B from 0.75, C from 0.5, D below; null in an answer of a release without it
     */
    public record Completeness(
            double ratio, List<String> missing, @Nullable String level) {}

    /**
     * Where the firm stands by one feature.
     *
     * @param feature what is ranked
     * @param percentile mid-rank among the peers, in [0, 1]
     * @param peerGroup the finest group with enough firms, such as C39/GROWTH/44: industry, stage, province
     * @param firms of the group that have a value
     * @param percentileOfAll mid-rank among all firms, null when too few have a value
     */
    public record PeerRank(
            String feature,
            Text name,
            double percentile,
            String peerGroup,
            int firms,
            @Nullable Double percentileOfAll) {}

    /**
     * The score against the one before: of the same firm, for the same tenant, by the same model, as of an earlier instant.
     *
     * @param direction of the score; higher is safer
     * @param delta this score less the one before
     * @param since as of when the one before was
     */
    public record Trend(Direction direction, int delta, int previousScore, Instant since, String previousScoreId) {
        /** Where the score goes. */
        public enum Direction {
            IMPROVING,
            STABLE,
            WORSENING
        }
    }

    /**
     * The latest data of one kind of signal.
     *
     * @param signals observations used
     * @param latestOccurredAt latest day that one is about, null when there is none
     * @param latestKnownAt latest publication, null when there is none
     * @param sources systems that supplied them
     */
    public record Cutoff(
            String kind,
            Text name,
            int signals,
            @Nullable LocalDate latestOccurredAt,
            @Nullable Instant latestKnownAt,
            List<String> sources) {}

    /** Which model. */
    public record Model(String id, String version, String alias, String sha256) {}

    /** Which features. */
    public record FeatureSet(String version, String fingerprint) {}
}
