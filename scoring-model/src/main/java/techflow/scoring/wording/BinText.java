package techflow.scoring.wording;

import java.math.BigDecimal;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.scoring.scorecard.Bin;

/** A bin for people: {@code [0.2, 0.5)}, the labels, or what is missing. */
public final class BinText {
    private BinText() {}

    public static Bilingual of(Bin bin) {
        return switch (bin) {
            case Bin.NumericBin numeric -> Bilingual.same(interval(numeric.from(), numeric.to()));
            case Bin.CategoryBin category -> Bilingual.same(String.join(" | ", category.labels()));
            case Bin.SpecialBin special -> value(special.value());
            case Bin.MissingBin missing -> new Bilingual("缺失", "missing");
        };
    }

    private static String interval(double from, double to) {
        if (from == Double.NEGATIVE_INFINITY) {
            return to == Double.POSITIVE_INFINITY ? "(-∞, ∞)" : "< " + number(to);
        }
        return to == Double.POSITIVE_INFINITY ? "≥ " + number(from) : "[" + number(from) + ", " + number(to) + ")";
    }

    private static Bilingual value(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> Bilingual.same("= " + number(numeric.value()));
            case FeatureValue.Category category -> Bilingual.same(category.label());
            case FeatureValue.Missing missing -> reason(missing.reason());
        };
    }

    private static Bilingual reason(MissingReason reason) {
        return switch (reason) {
            case NO_DATA -> new Bilingual("缺失：无数据", "missing: no data");
            case NOT_ENOUGH_HISTORY -> new Bilingual("缺失：历史不足", "missing: not enough history");
            case NOT_DISCLOSED -> new Bilingual("缺失：未披露", "missing: not disclosed");
            case UNDEFINED -> new Bilingual("缺失：无法计算", "missing: undefined");
        };
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
