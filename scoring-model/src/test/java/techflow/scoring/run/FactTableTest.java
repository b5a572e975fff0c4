package techflow.scoring.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.testing.SmallWorld;

class FactTableTest {
    private static final ModelArtifact TRAINED =
            new SmallWorld(11, 4_000).train("1").artifact();

    @Test
    void only_what_differs_is_left_and_what_one_side_lacks_is_a_dash() {
        FactTable table = FactTable.of(
                "A",
                List.of(new Fact("settings", "l2", "50"), new Fact("settings", "depth", "4|5")),
                "B",
                List.of(new Fact("settings", "l2", "50"), new Fact("data", "rows", "7")));
        assertThat(table.differences().markdown()).isEqualTo("""
                ### settings

                | | A | B |
                |---|---|---|
                | depth | 4\\|5 | – |

                ### data

                | | A | B |
                |---|---|---|
                | rows | – | 7 |
                """);
        assertThat(table.json()).isEqualTo("""
                {"left":"A","right":"B","rows":[\
                {"section":"settings","name":"l2","left":"50","right":"50","differs":false},\
                {"section":"settings","name":"depth","left":"4|5","differs":true},\
                {"section":"data","name":"rows","right":"7","differs":true}]}""");
    }

    @Test
    void a_model_tells_its_settings_metrics_with_intervals_and_every_bin() {
        List<Fact> facts = Facts.of(TRAINED);
        assertThat(facts).contains(new Fact("settings", "l2", "50.0"));
        assertThat(value(facts, "metrics", "auc")).matches("0\\.\\d+ \\[0\\.\\d+, 0\\.\\d+]");
        assertThat(value(facts, "lines", "late_payments")).matches("weight 0\\.\\d+: \\[-∞, .* missing [+-]0\\.\\d+");
        assertThat(FactTable.of("A", facts, "B", facts).differences().rows()).isEmpty();
    }

    private static String value(List<Fact> facts, String section, String name) {
        return facts.stream()
                .filter(fact -> fact.section().equals(section) && fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
