package techflow.scoring.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;

class ValueTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "YUAN; 950; 950元; RMB 950",
                "YUAN; 9999.6; 10000元; RMB 10,000",
                "YUAN; 325000; 32.5万元; RMB 325,000",
                "YUAN; 2600000; 260万元; RMB 2.6 million",
                "YUAN; 123456789; 1.23亿元; RMB 123.46 million",
                "YUAN; 5600000000; 56亿元; RMB 5.6 billion",
                "YUAN; -480000; -48万元; RMB -480,000",
                "RATIO; 0.123; 12.3%; 12.3%",
                "RATIO; -0.05; -5%; -5%",
                "RATIO; 0; 0%; 0%",
                "RATIO; -0.0001; 0%; 0%",
                "MONTHS; 7; 7个月; 7 months",
                "MONTHS; 1; 1个月; 1 month",
                "YEARS; 6.46; 6.5年; 6.5 years",
                "DAYS; 30; 30天; 30 days",
                "POINTS; 42.04; 42分; 42 points",
                "COUNT; 42; 42; 42",
                "COUNT; 3.27; 3.3; 3.3",
                "QUANTITY; 1234567.8; 1,234,568; 1,234,568",
                "QUANTITY; 999; 999; 999",
            })
    void a_number_is_said_with_its_unit(Unit unit, double value, String chinese, String english) {
        FeatureDefinition definition = Definitions.numeric("some_feature", unit, Range.ANY);
        assertThat(ValueText.of(definition, FeatureValue.of(value))).isEqualTo(new Bilingual(chinese, english));
    }

    @Test
    void flags_levels_and_fields_are_said_in_words() {
        FeatureDefinition flag = Definitions.numeric("abnormal_listed", Unit.COUNT, Range.SHARE);
        assertThat(ValueText.of(flag, FeatureValue.of(1))).isEqualTo(new Bilingual("是", "yes"));
        assertThat(ValueText.of(flag, FeatureValue.of(0))).isEqualTo(new Bilingual("否", "no"));
        FeatureDefinition level = Definitions.numeric("tax_level", Unit.POINTS, new Range(1, 5));
        assertThat(ValueText.of(level, FeatureValue.of(5))).isEqualTo(new Bilingual("A级", "level A"));
        assertThat(ValueText.of(level, FeatureValue.of(1))).isEqualTo(new Bilingual("D级", "level D"));
        assertThat(ValueText.of(level, FeatureValue.of(3.5))).isEqualTo(new Bilingual("3.5", "3.5"));
        FeatureDefinition use = Definitions.numeric("electricity_use_12m", Unit.QUANTITY, Range.NOT_NEGATIVE);
        assertThat(ValueText.of(use, FeatureValue.of(1200))).isEqualTo(new Bilingual("1,200千瓦时", "1,200 kWh"));
        assertThat(ValueText.of(Definitions.field(), new FeatureValue.Category("NEW_MATERIALS")))
                .isEqualTo(new Bilingual("新材料", "new materials"));
    }

    @Test
    void every_missing_value_is_said_to_be_missing_and_is_never_a_number() {
        FeatureDefinition definition = Definitions.numeric("some_feature", Unit.YUAN, Range.ANY);
        for (MissingReason reason : MissingReason.values()) {
            Bilingual text = ValueText.of(definition, FeatureValue.missing(reason));
            assertThat(text.chinese()).isNotBlank().doesNotContainPattern("[0-9]");
            assertThat(text.english()).isNotBlank().doesNotContainPattern("[0-9]");
        }
        assertThat(ValueText.missing(MissingReason.NO_DATA))
                .isEqualTo(new Bilingual("未获得数据", "no data from the source"));
    }

    @Test
    void the_locale_of_the_machine_does_not_matter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            FeatureDefinition definition = Definitions.numeric("some_feature", Unit.YUAN, Range.ANY);
            assertThat(ValueText.of(definition, FeatureValue.of(1234567)).english())
                    .isEqualTo("RMB 1.23 million");
            assertThat(ReasonText.code(definition.name())).isEqualTo("R-SOME_FEATURE");
        } finally {
            Locale.setDefault(before);
        }
    }
}
