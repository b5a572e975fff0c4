package techflow.features.signal;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The yearly tax credit rating (纳税缴费信用级别), evaluated in April for the previous calendar year; since 2025-07-01
 * under 《纳税缴费信用管理办法》, STA Announcement 2025 No. 12. A repaired or reviewed rating (信用修复, 复评) is a
 * restatement.
 *
 * @param year the calendar year that was rated
 * @param level the level
 * @param rule the rule it was rated under
 * @param score points of the rating, 0 to 100, empty when not supplied or when the level was judged directly (直接判级)
 * @param repairedFrom the worse level that 信用修复 turned into this one, empty when it was not repaired
 */
public record TaxRating(
        SignalHeader header, int year, Level level, Rule rule, OptionalDouble score, Optional<Level> repairedFrom)
        implements Signal {
    private static final int FIRST_YEAR_UNDER_THE_NEW_RULE = 2025;

    /** A rating without points, under the rule in force in the April after its year. */
    public TaxRating(SignalHeader header, int year, Level level) {
        this(
                header,
                year,
                level,
                year < FIRST_YEAR_UNDER_THE_NEW_RULE ? Rule.RULE_2014 : Rule.STA_2025_12,
                OptionalDouble.empty());
    }

    /** A rating that was not repaired. */
    public TaxRating(SignalHeader header, int year, Level level, Rule rule, OptionalDouble score) {
        this(header, year, level, rule, score, Optional.empty());
    }

    /** From best to worst: A (90 and more), B (70–90), M (new or without income), C (40–70), D. */
    public enum Level {
        A,
        B,
        M,
        C,
        D
    }

    /** The rules that ratings were made under. */
    public enum Rule {
        /** 《纳税信用管理办法（试行）》, STA Announcement 2014 No. 40, until 2025-06-30. */
        RULE_2014,
        /** 《纳税缴费信用管理办法》, STA Announcement 2025 No. 12, from 2025-07-01: fees count as well as taxes. */
        STA_2025_12
    }

    @Override
    public String naturalKey() {
        return Integer.toString(year);
    }

    @Override
    public SignalKind kind() {
        return SignalKind.TAX_RATING;
    }
}
