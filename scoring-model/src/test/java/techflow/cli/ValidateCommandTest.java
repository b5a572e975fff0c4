package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.artifact.ArtifactReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateCommandTest {
    private static final SyntheticModel SMALL = SyntheticModel.SMALL;
    private static final String LENIENT = """
            name: lenient
            assetCorrelation: 0.12
            lowDefaultConfidence: 0.75
            gates:
              - { figure: auc, least: 0.5, required: true }
              - { figure: trainer_parity, greatest: 1.0e-6, required: true }
              - { figure: replay_differences, greatest: 0, required: true }
            """;
    private static final String STRICT = LENIENT.replace("0.5,", "0.999,");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_model_that_passes_gets_its_report_and_exit_code_0() throws IOException {
        assertThat(validate(LENIENT)).as(() -> err.toString()).isZero();
        assertThat(out.toString()).contains("SYNTHETIC tech-flow-pd test", "3 of 3 gates passed", "may be promoted");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("report/report.json")));
        assertThat(json.get("model").get("sha256").stringValue())
                .isEqualTo(ArtifactReader.sha256(Files.readAllBytes(SMALL.model())));
        assertThat(json.get("passed").booleanValue()).isTrue();
        JsonNode tables = json.get("sections").get("discrimination").get("tables");
        assertThat(tables.propertyNames()).contains("by_day", "by_industry", "by_region", "by_size", "walk_forward");
        assertThat(Files.readString(folder.resolve("report/report.html"))).contains("合成数据", "Guangdong", "广东");
    }

    @Test
    void a_gate_that_fails_gives_exit_code_3_and_the_report_all_the_same() throws IOException {
        assertThat(validate(STRICT)).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(out.toString()).contains("FAILED       auc: found 0.", "limit ≥ 0.999", "must not be promoted");
        assertThat(folder.resolve("report/report.html")).exists();
    }

    @Test
    void an_override_by_somebody_is_recorded_and_lets_the_model_be_promoted() throws IOException {
        assertThat(validate(
                        STRICT, "--override", "auc=few defaults, approved by the committee", "--by", "head of risk"))
                .as(() -> err.toString())
                .isZero();
        assertThat(out.toString()).contains("overridden by head of risk: few defaults, approved by the committee");
    }

    @Test
    void an_override_without_a_person_or_of_an_unknown_gate_is_refused_before_any_work() throws IOException {
        assertThat(validate(STRICT, "--override", "aucc=fine")).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString()).contains("--override", "--by must say who answers for it");
    }

    @Test
    void a_model_that_is_not_there_is_named() {
        int code = execute("validate", folder.resolve("none.json").toString(), "--data", "x", "--report", "y");
        assertThat(code).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString()).contains("MODEL_UNKNOWN", "none.json");
    }

    @Test
    void a_gates_file_that_breaks_rules_is_refused() throws IOException {
        assertThat(validate("name: x\ngates: []\n")).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(err.toString()).contains("SETTING_INVALID", "assetCorrelation: must be given");
    }

    private int validate(String gates, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("gates.yaml"), gates);
        java.util.List<String> words = new java.util.ArrayList<>(java.util.List.of(
                "validate",
                SMALL.model().toString(),
                "--data",
                SMALL.data().toString(),
                "--report",
                folder.resolve("report").toString(),
                "--gates",
                file.toString()));
        words.addAll(java.util.List.of(more));
        return execute(words.toArray(String[]::new));
    }

    private int execute(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
