package techflow.scoring.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureSchema.Column;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.testing.SmallWorld;

class VectorJsonTest {
    private static final FeatureVector VECTOR = new SmallWorld(3, 10).set().vector(0);
    private static final String TEXT = VectorJson.write(VECTOR);

    @Test
    void a_vector_comes_back_to_the_last_bit() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                FeatureVector vector = SmallWorld.with(VECTOR, SmallWorld.CASH, FeatureValue.of(number));
                FeatureVector read = VectorJson.read(VectorJson.write(vector), SmallWorld.SCHEMA);
                assertThat(read).isEqualTo(vector);
                assertThat(Double.doubleToLongBits(read.number(SmallWorld.CASH)))
                        .isEqualTo(Double.doubleToLongBits(number + 0.0));
            }
        }
    }

    @Test
    void the_text_tells_name_unit_and_value() {
        FeatureVector vector = SmallWorld.with(
                SmallWorld.with(VECTOR, SmallWorld.CASH, SmallWorld.missing()), SmallWorld.LATE, FeatureValue.of(2));
        assertThat(VectorJson.write(vector))
                .contains("{\"name\":\"cash_ratio\",\"unit\":\"RATIO\",\"value\":{\"missing\":\"NOT_DISCLOSED\"}}")
                .contains("{\"name\":\"late_payments\",\"unit\":\"RATIO\",\"value\":2.0}")
                .contains("\"schema\":\"test-1\"");
    }

    @Test
    void each_schema_mismatch_is_refused_with_its_own_message() {
        List<Column> columns = SmallWorld.SCHEMA.columns();
        assertMismatch(
                TEXT.replace("\"cash_ratio\"", "\"cash_ration\""), SmallWorld.SCHEMA, "column cash_ratio is missing");
        assertMismatch(
                TEXT, schema(columns.subList(0, columns.size() - 1)), "column dishonest_cases_open is not known");
        List<Column> more = new ArrayList<>(columns);
        more.add(new Column(new FeatureName("one_more"), Unit.COUNT, List.of()));
        assertMismatch(TEXT, schema(more), "column one_more is missing");
        List<Column> swapped = new ArrayList<>(columns);
        Collections.swap(swapped, 0, 1);
        assertMismatch(TEXT, schema(swapped), "the columns stand in another order");
        assertMismatch(
                TEXT.replaceFirst("\"unit\":\"RATIO\"", "\"unit\":\"YUAN\""),
                SmallWorld.SCHEMA,
                "column cash_ratio must be RATIO [], found YUAN []");
        assertMismatch(
                TEXT.replace("\"schema\":\"test-1\"", "\"schema\":\"test-2\""),
                SmallWorld.SCHEMA,
                "the version must be test-1, found test-2");
        List<Column> labels = new ArrayList<>(columns);
        labels.set(3, new Column(SmallWorld.FIELD, Unit.CATEGORY, List.of("bio", "chips")));
        assertMismatch(TEXT, schema(labels), "the labels of a category differ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "late_payments|{\"label\":\"many\"}|must be a number or missing",
                "field|\"bio\"|must have the member",
                "field|{\"label\":\"ships\"}|must be one of [bio, chips, software]",
                "field|{\"missing\":\"LOST\"}|LOST",
            })
    void a_value_that_does_not_fit_is_refused(String feature, String value, String rule) {
        String text = TEXT.replaceFirst(
                "(\"name\":\"" + feature + "\",\"unit\":\"[A-Z]+\",\"value\":)(\\{[^}]*}|[^}]*)",
                "$1" + java.util.regex.Matcher.quoteReplacement(value));
        assertThatThrownBy(() -> VectorJson.read(text, SmallWorld.SCHEMA))
                .isInstanceOfSatisfying(RecordFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(ProblemCode.REQUEST_INVALID);
                    assertThat(fault.getMessage() + fault.violations()).contains(rule);
                });
    }

    @Test
    void what_is_not_json_is_refused() {
        assertThatThrownBy(() -> VectorJson.read(TEXT.substring(0, 50), SmallWorld.SCHEMA))
                .isInstanceOf(RecordFault.class)
                .hasMessageContaining("must be a feature vector in JSON");
    }

    private static FeatureSchema schema(List<Column> columns) {
        return new FeatureSchema("test-1", columns);
    }

    private static void assertMismatch(String text, FeatureSchema schema, String message) {
        assertThatThrownBy(() -> VectorJson.read(text, schema))
                .isInstanceOfSatisfying(
                        ModelFault.class, fault -> assertThat(fault.code()).isEqualTo(ProblemCode.SCHEMA_MISMATCH))
                .hasMessageContaining(message);
    }
}
