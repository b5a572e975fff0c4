package techflow.scoring.wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.TechnologyField;

/** A value for people, with its unit. */
public final class ValueText {
    private static final String TAX_LEVEL = "tax_level";
    private static final List<String> TAX_LEVELS = List.of("D", "C", "M", "B", "A");
    private static final String ELECTRICITY = "electricity_use";
    private static final Map<String, String> STAGES = Map.of("START_UP", "初创期", "GROWTH", "成长期", "MATURE", "稳定期");

    private static final double WAN = 1e4;
    private static final double YI = 1e8;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private ValueText() {}

    public static Bilingual of(FeatureDefinition definition, FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> number(definition, numeric.value());
            case FeatureValue.Category category -> category(category.label());
            case FeatureValue.Missing missing -> missing(missing.reason());
        };
    }

    /** Why there is no value. */
    public static Bilingual missing(MissingReason reason) {
        return switch (reason) {
            case NO_DATA -> new Bilingual("未获得数据", "no data from the source");
            case NOT_ENOUGH_HISTORY -> new Bilingual("历史数据不足", "too little history");
            case NOT_DISCLOSED -> new Bilingual("企业未披露", "not disclosed by the firm");
            case UNDEFINED -> new Bilingual("不适用", "not applicable");
        };
    }

    private static Bilingual number(FeatureDefinition definition, double value) {
        if (definition.name().value().equals(TAX_LEVEL)) {
            return taxLevel(value);
        }
        return switch (definition.unit()) {
            case YUAN -> money(value);
            case RATIO -> Bilingual.same(Numbers.plain(100 * value, 1) + "%");
            case COUNT -> isFlag(definition) ? flag(value) : Bilingual.same(Numbers.plain(value, 1));
            case QUANTITY -> quantity(definition, value);
            case MONTHS, DAYS, YEARS, POINTS -> withUnit(definition.unit(), value);
            case CATEGORY -> throw new IllegalArgumentException(definition.name() + " is a category, found " + value);
        };
    }

    private static Bilingual money(double yuan) {
        return new Bilingual(chineseMoney(yuan), englishMoney(yuan));
    }

    private static String chineseMoney(double yuan) {
        double size = Math.abs(yuan);
        if (size >= YI) {
            return Numbers.plain(yuan / YI, 2) + "亿元";
        }
        return size >= WAN ? Numbers.plain(yuan / WAN, 1) + "万元" : Numbers.plain(yuan, 0) + "元";
    }

    private static String englishMoney(double yuan) {
        double size = Math.abs(yuan);
        if (size >= BILLION) {
            return "RMB " + Numbers.plain(yuan / BILLION, 2) + " billion";
        }
        return size >= MILLION
                ? "RMB " + Numbers.plain(yuan / MILLION, 2) + " million"
                : "RMB " + Numbers.grouped(yuan);
    }

    private static Bilingual withUnit(Unit unit, double value) {
        String number = Numbers.plain(value, 1);
        String english = number.equals("1") ? unit.english().replaceFirst("s$", "") : unit.english();
        return new Bilingual(number + unit.chinese(), number + " " + english);
    }

    private static Bilingual quantity(FeatureDefinition definition, double value) {
        String number = Numbers.grouped(value);
        return definition.name().value().startsWith(ELECTRICITY)
                ? new Bilingual(number + "千瓦时", number + " kWh")
                : Bilingual.same(number);
    }

    /** A count that can only be 0 or 1 answers yes or no. */
    private static boolean isFlag(FeatureDefinition definition) {
        return definition.range().equals(FeatureDefinition.Range.SHARE);
    }

    private static Bilingual flag(double value) {
        return value == 0 ? new Bilingual("否", "no") : new Bilingual("是", "yes");
    }

    /** The ordinal of the catalogue back to the authority's letter; a mean of several stays a number. */
    private static Bilingual taxLevel(double ordinal) {
        boolean letter = ordinal == Math.rint(ordinal) && ordinal >= 1 && ordinal <= TAX_LEVELS.size();
        return letter
                ? new Bilingual(TAX_LEVELS.get((int) ordinal - 1) + "级", "level " + TAX_LEVELS.get((int) ordinal - 1))
                : Bilingual.same(Numbers.plain(ordinal, 1));
    }

    private static Bilingual category(String label) {
        for (TechnologyField field : TechnologyField.values()) {
            if (field.name().equals(label)) {
                return new Bilingual(chinese(field), english(label));
            }
        }
        return new Bilingual(STAGES.getOrDefault(label, label), english(label));
    }

    private static String english(String label) {
        return label.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String chinese(TechnologyField field) {
        return switch (field) {
            case ELECTRONIC_INFORMATION -> "电子信息";
            case BIOMEDICINE -> "生物与新医药";
            case AEROSPACE -> "航空航天";
            case NEW_MATERIALS -> "新材料";
            case HIGH_TECH_SERVICES -> "高技术服务";
            case NEW_ENERGY -> "新能源与节能";
            case RESOURCES_ENVIRONMENT -> "资源与环境";
            case ADVANCED_MANUFACTURING -> "先进制造与自动化";
        };
    }
}
