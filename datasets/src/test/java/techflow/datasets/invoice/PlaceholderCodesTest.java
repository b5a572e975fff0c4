package techflow.datasets.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import techflow.features.signal.EnterpriseId;

class PlaceholderCodesTest {
    @Test
    void a_masked_code_becomes_a_readable_placeholder_always_the_same() {
        EnterpriseId id = PlaceholderCodes.of("E17");
        assertThat(id.code()).startsWith("91000000E0000017").hasSize(18);
        assertThat(id.isPlaceholder()).isTrue();
        assertThat(PlaceholderCodes.of("E17")).isEqualTo(id);
    }

    @Test
    void a_real_code_stays_what_it_is() {
        assertThat(PlaceholderCodes.of("91350100M000100Y43").code()).isEqualTo("91350100M000100Y43");
    }

    @Test
    void any_other_text_becomes_a_placeholder_of_its_own() {
        Set<EnterpriseId> ids = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            EnterpriseId id = PlaceholderCodes.of("企业-" + i);
            assertThat(id.isPlaceholder()).isTrue();
            ids.add(id);
        }
        assertThat(ids).hasSize(5_000);
    }
}
