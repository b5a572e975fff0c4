package techflow.features.signal;

import static techflow.features.signal.Column.optionalNumber;
import static techflow.features.signal.Column.optionalQuantity;
import static techflow.features.signal.Column.quantity;
import static techflow.features.signal.Column.text;
import static techflow.features.signal.Column.word;
import static techflow.features.signal.Column.year;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import techflow.features.signal.FormatBuilder.Cell;
import techflow.features.signal.InnovationAssessment.Frame;

/** 创新积分: reported indicators and official points. */
final class InnovationFormats {
    private static final double MAXIMUM_2025 = 130;
    private static final double BONUS_2025 = 30;
    private static final double BASE_2025 = 100;

    private InnovationFormats() {}

    static SignalFormat innovationIndicators() {
        var format = FormatBuilder.of(SignalKind.INNOVATION_INDICATORS, InnovationIndicators.class);
        var year = format.cell(year("year", "calendar year described"), InnovationIndicators::year);
        var official = format.cell(
                optionalNumber("official_points", "total published by the authority, in its own scale", ""),
                InnovationIndicators::officialPoints);
        Map<InnovationIndicator, Cell<InnovationIndicators, OptionalDouble>> indicators =
                new EnumMap<>(InnovationIndicator.class);
        for (InnovationIndicator indicator : InnovationIndicator.values()) {
            indicators.put(
                    indicator,
                    format.cell(
                            optionalNumber(
                                    indicator.name().toLowerCase(Locale.ROOT),
                                    indicator.chineseName() + ", see the unit there",
                                    "0.12"),
                            s -> optional(s.values().get(indicator))));
        }
        return format.yearBegunByItsDay(year).reads(row -> {
            Map<InnovationIndicator, Double> values = new EnumMap<>(InnovationIndicator.class);
            indicators.forEach((indicator, cell) -> row.get(cell).ifPresent(value -> values.put(indicator, value)));
            return new InnovationIndicators(row.header(), row.get(year), values, row.get(official));
        });
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static SignalFormat innovationAssessment() {
        var format = FormatBuilder.of(SignalKind.INNOVATION_ASSESSMENT, InnovationAssessment.class);
        var year = format.cell(year("year", "calendar year assessed"), InnovationAssessment::year);
        var frame = format.cell(
                word("frame", Frame.class, "guideline of 2024, national frame of 2025 or a local one")
                        .withExample("NATIONAL_2025"),
                InnovationAssessment::frame);
        var authority = format.cell(text("authority", "who published it", "示例高新区管委会"), InnovationAssessment::authority);
        var total = format.cell(
                optionalQuantity("total", "points reached, in the authority's scale", "78.5"),
                InnovationAssessment::total);
        var maximum = format.cell(
                quantity("maximum", "most points of the frame, 130 in NATIONAL_2025", "130"),
                InnovationAssessment::maximum);
        var input = format.cell(optionalQuantity("input", "points of 创新投入", "24"), InnovationAssessment::input);
        var output = format.cell(optionalQuantity("output", "points of 创新产出", "22.5"), InnovationAssessment::output);
        var development =
                format.cell(optionalQuantity("development", "points of 创新发展", "20"), InnovationAssessment::development);
        var impact = format.cell(
                optionalQuantity("impact", "points of 创新影响, the bonus block of NATIONAL_2025", "12"),
                InnovationAssessment::impact);
        return format.yearBegunByItsDay(year)
                .rule(total, "must not be more than maximum", s -> s.total().orElse(0) <= s.maximum())
                .rule(maximum, "must be more than 0", s -> s.maximum() > 0)
                .rule(
                        maximum,
                        "must be 130 in NATIONAL_2025",
                        s -> s.frame() != Frame.NATIONAL_2025 || s.maximum() == MAXIMUM_2025)
                .rule(
                        input,
                        "must not, with output and development, be more than 100 in NATIONAL_2025",
                        s -> s.frame() != Frame.NATIONAL_2025 || base(s) <= BASE_2025)
                .rule(
                        impact,
                        "must not be more than 30 in NATIONAL_2025",
                        s -> s.frame() != Frame.NATIONAL_2025 || s.impact().orElse(0) <= BONUS_2025)
                .rule(
                        frame,
                        "must not be GUIDELINE_2024 when points of a block are given: it has no such blocks",
                        s -> s.frame() != Frame.GUIDELINE_2024 || !hasBlocks(s))
                .reads(row -> new InnovationAssessment(
                        row.header(),
                        row.get(year),
                        row.get(frame),
                        row.get(authority),
                        row.get(total),
                        row.get(maximum),
                        row.get(input),
                        row.get(output),
                        row.get(development),
                        row.get(impact)));
    }

    private static double base(InnovationAssessment points) {
        return points.input().orElse(0)
                + points.output().orElse(0)
                + points.development().orElse(0);
    }

    private static boolean hasBlocks(InnovationAssessment points) {
        return Stream.of(points.input(), points.output(), points.development(), points.impact())
                .anyMatch(OptionalDouble::isPresent);
    }
}
