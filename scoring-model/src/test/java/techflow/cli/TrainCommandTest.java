package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.artifact.Provenance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two models trained once on 200 synthetic firms, and what can be asked of them. */
class TrainCommandTest {
    private static final Path DATA = SyntheticFolder.write(200);

    @TempDir
    private static Path folder = Path.of("unset");

    private static String registry = "";
    private static CommandRun first = new CommandRun(-1, "", "");
    private static CommandRun second = first;

    @BeforeAll
    static void train() throws IOException {
        registry = folder.resolve("registry").toString();
        CommandRun.of("keys", "new", "--out", folder.resolve("keys").toString());
        Path config = Files.writeString(folder.resolve("train.yaml"), """
                trainer: scorecard
                asOfs: 16
                settings:
                  l2: 30
                  binning:
                    mostBins: 4
                """);
        first = train("1", "--publish", "--owner", "approver.one", "--sign-with", key("private"));
        second = train("2", "--config", config.toString(), "--set", "l2=20", "--parent", "run-");
    }

    private static CommandRun train(String version, String... more) {
        return CommandRun.of(
                List.of(
                        "train",
                        "--data",
                        DATA.toString(),
                        "--by",
                        "trainer.one",
                        "--version",
                        version,
                        "--out",
                        artifact(version).toString(),
                        "--registry",
                        registry),
                more);
    }

    private static Path artifact(String version) {
        return folder.resolve("model-" + version + ".json");
    }

    private static String key(String half) {
        return folder.resolve("keys/techflow." + half + ".pem").toString();
    }

    @Test
    void a_training_leaves_artefact_report_signature_record_and_candidate() throws IOException {
        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
        assertThat(first.out()).contains("hold-out  AUC", "SYNTHETIC", "published as a candidate, signed by key");
        assertThat(folder.resolve("model-1.md")).isNotEmptyFile();
        assertThat(Files.size(folder.resolve("model-1.json.sig"))).isEqualTo(64);
        assertThat(CommandRun.of("models", "list", "--registry", registry).out())
                .contains("tech-flow-pd   1 ", "signed by key")
                .doesNotContain("champion");
        assertThat(CommandRun.of("runs", "list", "--registry", registry).out().lines())
                .hasSize(2);
    }

    @Test
    void the_manifest_tells_files_days_exclusions_and_code() throws IOException {
        ModelManifest manifest =
                ArtifactReader.read(Files.readAllBytes(artifact("1"))).manifest();
        Provenance provenance = manifest.provenance().orElseThrow();
        assertThat(provenance.data().asOfs()).hasSize(16);
        assertThat(provenance.data().files())
                .extracting(Provenance.DataFile::name)
                .contains("outcomes.csv", "signals/patent.csv", "truth.csv")
                .isSorted();
        assertThat(provenance.data().exclusions())
                .containsKeys("already_defaulted", "not_yet_registered", "purged_before_the_hold_out");
        assertThat(provenance.stewardship().monitoringOwner()).contains("approver.one");
        assertThat(manifest.settings()).containsEntry("trainer", "scorecard");
        assertThat(manifest.data().synthetic()).isTrue();
    }

    @Test
    void a_model_is_reproduced_byte_for_byte() {
        CommandRun again = CommandRun.of(
                "reproduce", "1", "--data", DATA.toString(), "--registry", registry, "--trusted-key", key("public"));
        assertThat(again.out()).contains("equal, byte for byte");
        assertThat(again.code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_stated_central_tendency_moves_the_pds_is_recorded_and_reproduced() throws IOException {
        CommandRun run = train("3", "--central-tendency", "0.05", "--central-source", "2016-2025, made up");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        var cycle = ArtifactReader.read(Files.readAllBytes(artifact("3")));
        var sample = ArtifactReader.read(Files.readAllBytes(artifact("1")));
        assertThat(cycle.manifest().settings())
                .containsEntry("chosen.centralTendency.centralRate", "0.05")
                .containsEntry("chosen.centralTendency.source", "2016-2025, made up");
        double shift = Double.parseDouble(cycle.manifest().settings().get("chosen.centralTendency.shift"));
        assertThat(cycle.calibrator().intercept()).isEqualTo(sample.calibrator().intercept() + shift);
        assertThat(shift).isNotZero();
        CommandRun again = CommandRun.of("reproduce", artifact("3").toString(), "--data", DATA.toString());
        assertThat(again.out()).contains("equal, byte for byte");
    }

    @Test
    void a_central_tendency_needs_a_rate_between_0_and_1_and_a_source() {
        assertThat(train("4", "--central-tendency", "0.05").err()).contains("needs its source");
        assertThat(train("4", "--central-tendency", "5", "--central-source", "x")
                        .err())
                .contains("must lie in (0, 1), found 5.0");
    }

    @Test
    void rejected_firms_are_studied_beside_the_accepted_and_both_results_are_shown() throws IOException {
        Path file = folder.resolve("rejected.csv");
        List<String> lines = Files.readAllLines(DATA.resolve("outcomes.csv")).stream()
                .skip(1)
                .limit(40)
                .map(line -> line.split(",", -1)[0] + ",2025-01-01")
                .toList();
        Files.writeString(file, "uscc,as_of\n" + String.join("\n", lines) + "\n");
        CommandRun run = CommandRun.of(
                "reject-inference", "--data", DATA.toString(), "--rejected", file.toString(), "--odds-factor", "2");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("rejected applications", "without rejects", "with rejects", "2.00 times");
        assertThat(CommandRun.of(
                                "reject-inference",
                                "--data",
                                DATA.toString(),
                                "--rejected",
                                file.toString(),
                                "--odds-factor",
                                "0")
                        .err())
                .contains("must be a number above 0, found 0.0");
    }

    @Test
    void a_changed_a_missing_and_a_new_file_are_named_before_anything_is_trained(@TempDir Path copy)
            throws IOException {
        try (Stream<Path> all = Files.walk(DATA)) {
            for (Path file : all.toList()) {
                if (!file.equals(DATA)) {
                    Files.copy(file, copy.resolve(DATA.relativize(file).toString()));
                }
            }
        }
        Files.writeString(copy.resolve("signals/patent.csv"), "\n", StandardOpenOption.APPEND);
        try (var packed = new GZIPOutputStream(Files.newOutputStream(copy.resolve("signals/penalty.csv.gz")))) {
            Files.copy(copy.resolve("signals/penalty.csv"), packed);
        }
        Files.delete(copy.resolve("signals/penalty.csv"));
        CommandRun again = CommandRun.of("reproduce", artifact("1").toString(), "--data", copy.toString());
        assertThat(again.code()).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(again.err())
                .contains("is not the data that the model was trained on")
                .contains("signals/patent.csv: must have SHA-256")
                .contains("signals/penalty.csv: must be in the folder")
                .contains("signals/penalty.csv.gz: must not be in the folder");
    }

    @Test
    void runs_are_compared_setting_by_setting_in_both_forms() {
        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.DONE);
        List<String> ids = CommandRun.of("runs", "list", "--registry", registry)
                .out()
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        CommandRun markdown = CommandRun.of("runs", "diff", ids.get(0), ids.get(1), "--registry", registry);
        assertThat(markdown.out())
                .contains("| l2 | 50.0 | 20.0 |", "| binning.mostBins | 6 | 4 |", "| parent | – | " + ids.get(0) + " |")
                .doesNotContain("leastBads");
        JsonNode json = new JsonMapper()
                .readTree(CommandRun.of(
                                "runs", "diff", ids.get(0), ids.get(1), "--format", "json", "--registry", registry)
                        .out());
        assertThat(json.get("rows").valueStream().map(row -> row.get("name").asString()))
                .contains("l2", "auc", "sha256", "configuration");
        assertThat(CommandRun.of("runs", "show", ids.get(1), "--registry", registry)
                        .out())
                .contains("machine", "processor", "file signals/patent.csv", "trainer_parity");
    }

    @Test
    void models_are_compared_line_by_line_and_grade_by_grade() {
        CommandRun diff = CommandRun.of(
                "models", "diff", artifact("1").toString(), artifact("2").toString(), "--data", DATA.toString());
        assertThat(diff.code()).as(diff.err()).isEqualTo(ExitCode.DONE);
        assertThat(diff.out()).contains("### settings", "### metrics", "### lines", "| R10 |", "within one grade");
    }

    @Test
    void the_card_begins_in_chinese_and_says_what_is_not_told() {
        CommandRun card = CommandRun.of("models", "card", "2", "--registry", registry);
        assertThat(card.code()).isEqualTo(ExitCode.DATA_BROKEN); // the second one is not published
        String text = CommandRun.of("models", "card", artifact("2").toString()).out();
        assertThat(text)
                .startsWith("# 模型卡 Model card: tech-flow-pd 2\n\n> **中文摘要**")
                .contains("不得用于真实授信", "## 已知的操纵途径 Known gaming vectors", "未指定 nobody named", "./techflow reproduce ");
        assertThat(CommandRun.of("models", "card", artifact("1").toString()).out())
                .contains("**负责人 Owner**: approver.one");
    }

    @Test
    void a_file_is_trusted_by_the_signature_beside_it() throws IOException {
        assertThat(CommandRun.of("models", "show", artifact("1").toString(), "--trusted-key", key("public"))
                        .code())
                .isEqualTo(ExitCode.DONE);
        CommandRun unsigned = CommandRun.of("models", "show", artifact("2").toString(), "--trusted-key", key("public"));
        assertThat(unsigned.code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(unsigned.err()).contains("SIGNATURE_INVALID", "found no signature");
    }

    @Test
    void an_unknown_trainer_and_unknown_settings_list_the_known_ones() {
        assertThat(train("3", "--trainer", "oracle").err())
                .contains("There is no trainer \"oracle\"; the known ones are", "scorecard");
        CommandRun wrong = train("3", "--set", "l3=1", "--set", "binning.mostBins=many");
        assertThat(wrong.err())
                .contains("l3: must be one of l2,", "binning.mostBins: must be a whole number like 6, found \"many\"");
        assertThat(train("3", "--set", "seed=1").err()).contains("given by --seed");
        assertThat(train("3", "--set", "l2=-1").err()).contains("training needs l2 above 0");
    }

    @Test
    void a_configuration_with_an_unknown_key_is_refused_by_that_key() throws IOException {
        Path config = Files.writeString(folder.resolve("wrong.yaml"), "trainer: scorecard\nfolds: 5\nseed: many\n");
        CommandRun wrong = train("3", "--config", config.toString());
        assertThat(wrong.code()).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(wrong.err()).contains("folds: must be trainer", "seed: must be trainer");
    }
}
