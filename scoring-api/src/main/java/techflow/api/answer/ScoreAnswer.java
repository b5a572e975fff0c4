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
        @Nullable Text pdInWords,
        Technology technology,
        Innovation innovationPoints,
        @Nullable Why explanation,
        Completeness completeness,
        Instant asOf,
        List<Cutoff> dataCutoff,
        LocalDate validUntil,
        Model model,
        FeatureSet featureSet) {
    /** Whether there is a score. */
    public enum Status {
        SCORED,
        NOT_SCORED
    }

    /**
     * Whom the answer is about.
     *
     * @param uscc 18-character code
     * @param name registered name, null when master data is not known
     * @param placeholder true for a synthetic or masked firm, whose code no real firm can bear
     */
    public record Subject(String uscc, @Nullable String name, boolean placeholder) {}

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
     * Innovation points.
     *
     * @param total null when no indicator is known
     * @param official always false
     */
    public record Innovation(
            @Nullable Double total, double maximum, String stage, Text stageName, boolean official, Text note) {}

    /**
     * Why a score is what it is: {@code baselinePoints + Σ points = points}, exactly.
     *
     * @param points unrounded score
     * @param baselinePoints mean of the reference firms
     * @param reference whom the firm is compared with
     * @param contributions every feature of the model, in the model's order
     * @param adverse the four that cost most
     * @param supportive the four that gain most
     */
    public record Why(
            BigDecimal points,
            BigDecimal baselinePoints,
            Reference reference,
            List<Line> contributions,
            List<Line> adverse,
            List<Line> supportive) {}

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
     */
    public record Completeness(double ratio, List<String> missing) {}

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
