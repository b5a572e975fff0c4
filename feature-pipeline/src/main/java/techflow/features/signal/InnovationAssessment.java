package techflow.features.signal;

import java.util.OptionalDouble;

/**
 * Innovation points (创新积分) as an authority published them for a year: official points, never our own approximation.
 *
 * <p>The national frame of 2025 has 100 base points in the blocks input, output and development and 30 bonus points in
 * the block impact: 130 at most. The guideline of 2024 groups its 18 indicators otherwise and has no such blocks.
 *
 * @param year the calendar year assessed
 * @param frame under which frame
 * @param authority who published it, such as a hi-tech zone
 * @param total points reached, empty when only blocks were published
 * @param maximum the most that the frame gives, above 0; 130 in {@link Frame#NATIONAL_2025}
 * @param input points of 创新投入
 * @param output points of 创新产出
 * @param development points of 创新发展
 * @param impact points of 创新影响, the bonus block of the 2025 frame, at most 30 there
 */
public record InnovationAssessment(
        SignalHeader header,
        int year,
        Frame frame,
        String authority,
        OptionalDouble total,
        double maximum,
        OptionalDouble input,
        OptionalDouble output,
        OptionalDouble development,
        OptionalDouble impact)
        implements Signal {
    /** The frames in use. */
    public enum Frame {
        /** "创新积分制"工作指引（全国试行版）, 2024: 18 indicators. */
        GUIDELINE_2024,
        /** 创新积分制 2.0, October 2025: 9 quantitative and 3 bonus indicators. */
        NATIONAL_2025,
        /** A zone's or a province's own frame. */
        LOCAL
    }

    @Override
    public String naturalKey() {
        return year + "|" + frame + '|' + authority;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.INNOVATION_ASSESSMENT;
    }
}
