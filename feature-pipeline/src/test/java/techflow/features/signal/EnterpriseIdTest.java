package techflow.features.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

class EnterpriseIdTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String VALID = "91350100M000100Y43";

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "11320000MB151840XJ"})
    void published_examples_are_valid_and_so_is_the_code_inside(String code) {
        assertThat(EnterpriseId.violations("uscc", code)).isEmpty();
        assertThat(new EnterpriseId(code).innerCheckHolds()).isTrue();
        assertThat(new EnterpriseId(code).isPlaceholder()).isFalse();
    }

    @Test
    void a_wrong_check_character_is_named_with_the_right_one() {
        assertThat(EnterpriseId.violations("uscc", "91350100M000100Y44"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.describe())
                        .contains("uscc", "check character", "found \"91350100M000100Y44\"", "is 3"));
    }

    @Test
    void the_final_z_of_the_source_example_is_not_in_the_alphabet() {
        assertThat(EnterpriseId.violations("uscc", "91350100M000100Y4Z"))
                .extracting(Violation::advice)
                .containsExactly("correct character 'Z' at position 18");
    }

    @Test
    void lower_case_is_refused_at_its_position() {
        assertThat(EnterpriseId.violations("uscc", "91350100m000100y43"))
                .extracting(Violation::advice)
                .containsExactly("correct character 'm' at position 9", "correct character 'y' at position 16");
    }

    @Test
    void every_letter_outside_the_alphabet_is_named_at_once() {
        assertThat(EnterpriseId.violations("uscc", "I1O5Z1S0V000100Y43")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91350100M000100Y4", "91350100M000100Y433", " 91350100M000100Y43", "110108012345678"})
    void another_length_is_told_with_its_number(String code) {
        assertThat(EnterpriseId.violations("uscc", code))
                .singleElement()
                .satisfies(violation -> assertThat(violation.advice()).contains("has " + code.length()));
    }

    @Test
    void an_invalid_code_never_becomes_an_id() {
        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> new EnterpriseId("91350100M000100Y4S"));

        assertThat(fault.code()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(fault.violations()).hasSize(1);
        assertThat(fault).hasMessageNotContaining("91350100M000100Y4S");
    }

    @Test
    void changing_any_one_character_breaks_the_check() {
        for (String code : List.of(VALID, "11320000MB151840XJ", random(1), random(2))) {
            for (int i = 0; i < code.length(); i++) {
                for (int c = 0; c < ALPHABET.length(); c++) {
                    String changed = code.substring(0, i) + ALPHABET.charAt(c) + code.substring(i + 1);
                    assertThat(EnterpriseId.violations("uscc", changed).isEmpty())
                            .as(changed)
                            .isEqualTo(changed.equals(code));
                }
            }
        }
    }

    @Test
    void placeholder_codes_are_valid_distinct_and_known_as_such() {
        long seed = 42;
        for (int i = 0; i < 1_000; i++) {
            EnterpriseId id = EnterpriseId.placeholder(body(new Random(seed + i)));

            assertThat(EnterpriseId.violations("uscc", id.code()))
                    .as("seed " + (seed + i))
                    .isEmpty();
            assertThat(id.isPlaceholder()).isTrue();
            assertThat(id.innerCheckHolds()).isTrue();
        }
        assertThat(EnterpriseId.placeholder("00000001").code()).isEqualTo("91000000000000" + "01" + "9G");
    }

    @Test
    void a_code_whose_inner_check_fails_is_still_valid() {
        String first17 = "91350100M000100Y5";
        EnterpriseId id = new EnterpriseId(first17 + EnterpriseId.checkCharacter(first17));

        assertThat(id.innerCheckHolds()).isFalse();
    }

    @Test
    void the_mask_keeps_the_division_and_hides_the_body() {
        assertThat(new EnterpriseId(VALID).masked())
                .isEqualTo("91350100******0Y43")
                .hasSize(18);
    }

    @Test
    void ids_order_by_character() {
        assertThat(EnterpriseId.placeholder("00000009")).isLessThan(EnterpriseId.placeholder("0000000A"));
    }

    private static String random(long seed) {
        return EnterpriseId.placeholder(body(new Random(seed))).code();
    }

    private static String body(Random random) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return body.toString();
    }
}
