package techflow.datasets.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.Unit;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalKind;

class DataDictionaryTest {
    /** {@code -Dtechflow.golden.write=true} writes the golden file anew, and the test still fails: look, then commit. */
    private static final Path GOLDEN = Path.of("src/test/resources/techflow/datasets/dictionary/signals.md");

    @TempDir
    Path directory;

    @Test
    void the_signal_part_is_the_golden_file() throws IOException {
        if (Boolean.getBoolean("techflow.golden.write")) {
            Files.writeString(GOLDEN, DataDictionary.signals(), StandardCharsets.UTF_8);
            fail(GOLDEN + " was written anew: read the difference before you commit it");
        }
        assertThat(DataDictionary.signals())
                .as("a public form changed; if that is meant, run with -Dtechflow.golden.write=true")
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void every_template_row_is_one_that_the_decoder_accepts() {
        assertThat(DataDictionary.templates()).hasSize(SignalKind.values().length);
        for (SignalKind kind : SignalKind.values()) {
            String template = DataDictionary.templates().getOrDefault(kind.fileStem() + ".csv", "");
            List<List<String>> rows = CsvReader.builder().ofCsvRecord(template).stream()
                    .map(row -> row.getFields())
                    .toList();
            assertThat(rows).hasSize(2);
            assertThat(SignalDecoder.decode(kind, rows.get(1)))
                    .as(kind.fileStem())
                    .isInstanceOfSatisfying(
                            SignalDecoder.Decoded.Accepted.class,
                            accepted -> assertThat(accepted.signal().kind()).isEqualTo(kind));
        }
    }

    @Test
    void features_stand_by_family_with_all_that_is_declared() {
        assertThat(DataDictionary.features(catalog()))
                .isEqualTo("""
                        # Features · 特征

                        2 features of catalogue t-1, schema fingerprint `%s`. A missing value is never zero; what it means \
                        stands with each feature.

                        ## Profile · 企业概况

                        | feature | 中文 | what it is | unit | values | effect on risk | missing means | source | reads |
                        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                        | stage | 阶段 | where it stands | category | young, old | none declared: it depends | no profile | own | enterprise_profile |

                        ## Tax · 纳税

                        | feature | 中文 | what it is | unit | values | effect on risk | missing means | source | reads |
                        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                        | tax_sales | 销售额 | sales \\| declared | yuan | 0 and above | safer when higher: size helps | no months | own | monthly_tax, tax_rating |
                        """.formatted(catalog().schema().fingerprint()));
    }

    @Test
    void the_whole_is_written_with_its_templates() throws IOException {
        DataDictionary.write(catalog(), directory);
        assertThat(Files.readString(directory.resolve("DICTIONARY.md")))
                .startsWith("# Signals · 信号")
                .contains("# Features · 特征");
        try (var files = Files.list(directory.resolve("templates"))) {
            assertThat(files).hasSize(SignalKind.values().length);
        }
    }

    private static FeatureCatalog catalog() {
        return new FeatureCatalog(
                "t-1",
                List.of(
                        FeatureDefinition.feature("tax_sales", "销售额", FeatureFamily.TAX)
                                .describedAs("sales | declared")
                                .in(Unit.YUAN, FeatureDefinition.Range.NOT_NEGATIVE)
                                .saferWhenHigher("size helps")
                                .missingMeans("no months")
                                .source("own")
                                .reads(SignalKind.TAX_RATING, SignalKind.MONTHLY_TAX)
                                .is(snapshot -> FeatureValue.of(1)),
                        FeatureDefinition.feature("stage", "阶段", FeatureFamily.PROFILE)
                                .describedAs("where it stands")
                                .oneOf("young", "old")
                                .noDirection("it depends")
                                .missingMeans("no profile")
                                .source("own")
                                .reads(SignalKind.ENTERPRISE_PROFILE)
                                .is(snapshot -> new FeatureValue.Category("young"))));
    }
}
