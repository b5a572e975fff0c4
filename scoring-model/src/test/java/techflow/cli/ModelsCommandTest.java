package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.testing.TestArtifacts;
import techflow.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

class ModelsCommandTest {
    private static final ModelArtifact TRAINED =
            new SmallWorld(11, 4_000).train("1").artifact();
    private static final byte[] ONE = TestArtifacts.ofRealFirms(TRAINED, "1.0", "trainer.one");
    private static final byte[] TWO = TestArtifacts.ofRealFirms(TRAINED, "2.0", "trainer.one");

    @TempDir
    private Path folder;

    private List<String> where = List.of();

    @BeforeEach
    void publish() throws IOException {
        where = List.of("--registry", folder.resolve("registry").toString());
        publish(ONE, "one.json");
        publish(TWO, "two.json");
    }

    private void publish(byte[] artifact, String name) throws IOException {
        Path file = Files.write(folder.resolve(name), artifact);
        assertThat(models("publish", file.toString(), "--by", "trainer.one").code())
                .isZero();
    }

    private CommandRun models(String... words) {
        return CommandRun.of(java.util.stream.Stream.of(List.of("models"), List.of(words), where)
                .flatMap(List::stream)
                .toList());
    }

    private String report(byte[] model, String gates, String overrides) throws IOException {
        String text = "{\"model\":{\"sha256\":\"" + ArtifactReader.sha256(model) + "\"},\"passed\":"
                + !gates.contains("false") + ",\"gates\":[" + gates + "],\"overrides\":[" + overrides + "]}";
        return Files.writeString(folder.resolve("report-" + Math.abs(text.hashCode()) + ".json"), text)
                .toString();
    }

    private String passed(byte[] model) throws IOException {
        return report(model, "{\"name\":\"auc\",\"value\":0.8,\"limit\":0.7,\"passed\":true}", "");
    }

    private String failed(byte[] model, String overrides) throws IOException {
        return report(model, "{\"name\":\"psi\",\"value\":0.31,\"limit\":0.25,\"passed\":false}", overrides);
    }

    private CommandRun promote(String model, String approver, String report, String... more) {
        return models(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "promote", model, "--approver", approver, "--report", report, "--reason", "good"),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void promote_roll_back_and_ask_who_was_champion() throws IOException {
        assertThat(promote("1.0", "approver.two", passed(ONE)).code()).isZero();
        CommandRun second = promote("2.0", "approver.two", passed(TWO), "--actor", "release job");
        assertThat(second.out()).contains("champion   PROMOTE", "by release job, approved by approver.two, report ");
        CommandRun back = models("rollback", "--actor", "chen.jie", "--reason", "alerts");
        assertThat(back.out())
                .contains("champion   ROLLBACK", "by chen.jie: alerts")
                .containsPattern("in \\d{1,3} ms");
        assertThat(models("champion").out()).startsWith("test-pd 1.0  " + ArtifactReader.sha256(ONE));
        assertThat(models("champion", "--at", "2020-01-01").out()).contains("no champion at 2020-01-01T15:59:59");
        assertThat(models("champion", "--at", "2099-01-01T00:00:00Z").out()).startsWith("test-pd 1.0");
        CommandRun wrong = models("champion", "--at", "yesterday");
        assertThat(wrong.code()).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(wrong.err()).contains("must be a day like 2026-11-01");
        assertThat(models("history").out().lines()).hasSize(3);
        assertThat(models("history", "--at", "2020-01-01").out()).isEmpty();
        var events = new JsonMapper().readTree(models("history", "--json").out());
        assertThat(events.get(0).get("approver").asString()).isEqualTo("approver.two");
        assertThat(events.get(0).get("reportSha256").asString()).hasSize(64);
    }

    @Test
    void a_dry_run_checks_every_rule_and_changes_nothing() throws IOException {
        assertThat(promote("1.0", "approver.two", passed(ONE), "--dry-run").out())
                .contains("nothing was changed");
        assertThat(promote("1.0", "trainer.one", passed(ONE), "--dry-run").code())
                .isEqualTo(ExitCode.GATE_FAILED);
        assertThat(models("history").out()).isEmpty();
        promote("1.0", "approver.two", passed(ONE));
        promote("2.0", "approver.two", passed(TWO));
        assertThat(models("rollback", "--actor", "a", "--reason", "b", "--dry-run")
                        .out())
                .contains("ROLLBACK", "nothing was changed");
        assertThat(models("champion").out()).startsWith("test-pd 2.0");
    }

    @Test
    void a_failed_gate_an_unfit_report_and_a_trainer_who_approves_are_each_refused_with_exit_code_3()
            throws IOException {
        CommandRun gate = promote("1.0", "approver.two", failed(ONE, ""));
        assertThat(gate.code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(gate.err())
                .contains("PROMOTION_REFUSED: test-pd 1.0 is not promoted")
                .contains("gate psi: must pass its limit 0.25, found \"0.31\"");
        CommandRun other = promote("1.0", "approver.two", passed(TWO));
        assertThat(other.code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(other.err()).contains("model.sha256: must be the model that is promoted");
        CommandRun trainer = promote("1.0", "Trainer.One", passed(ONE));
        assertThat(trainer.code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(trainer.err()).contains("somebody else than who trained it: Trainer.One did both");
        assertThat(models("promote", "1.0", "--reason", "good").code()).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(models("history").out()).isEmpty();
    }

    @Test
    void an_override_by_somebody_else_lets_a_failed_gate_pass_and_is_told() throws IOException {
        String override = "{\"gate\":\"psi\",\"by\":\"approver.one\",\"reason\":\"new branches\"}";
        CommandRun run = promote("1.0", "approver.two", failed(ONE, override));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("override of psi by approver.one: new branches");
    }

    @Test
    void challenger_and_shadow_need_no_report() {
        for (String alias : List.of("challenger", "shadow")) {
            assertThat(models("promote", "2.0", "--alias", alias, "--actor", "chen.jie", "--reason", "compare")
                            .code())
                    .isZero();
            assertThat(models("champion", "--alias", alias).out()).startsWith("test-pd 2.0");
            assertThat(models("show", alias, "--json").out()).contains("\"version\":\"2.0\"");
        }
        assertThat(models("show", "champion").err()).contains("No model is champion now");
        assertThat(models("list", "--json").out()).contains("[\"challenger\",\"shadow\"]");
    }

    @Test
    void a_tampered_artefact_is_refused_by_name_whatever_is_asked() throws IOException {
        Path file = folder.resolve("registry/artifacts/" + ArtifactReader.sha256(ONE) + ".json");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        for (CommandRun run : List.of(models("show", "1.0"), promote("1.0", "approver.two", passed(ONE)))) {
            assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
            assertThat(run.err()).startsWith("ARTIFACT_CORRUPT: The bytes kept as " + ArtifactReader.sha256(ONE));
        }
    }

    @Test
    void a_model_of_other_features_is_not_graded_on_this_releases_firms() {
        CommandRun diff = models("diff", "1.0", "2.0", "--data", SyntheticFolder.FOLDER.toString());
        assertThat(diff.code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(diff.err()).contains("SCHEMA_MISMATCH", "was trained on other features than this release computes");
    }

    @Test
    void a_model_without_provenance_cannot_be_reproduced_and_says_so() {
        CommandRun run = CommandRun.of(
                "reproduce", folder.resolve("one.json").toString(), "--data", SyntheticFolder.FOLDER.toString());
        assertThat(run.code()).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(run.err()).contains("test-pd 1.0 does not tell how it came to be");
    }

    @Test
    void the_same_commands_work_on_a_database() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        where = List.of(
                "--database",
                "postgresql://" + TestDatabase.USER + "@" + database.host() + ":" + database.port() + "/"
                        + database.name());
        publish(ONE, "one.json");
        assertThat(promote("1.0", "trainer.one", passed(ONE)).code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(promote("1.0", "approver.two", passed(ONE)).code()).isZero();
        assertThat(models("list").out()).contains("1.0", "champion");
        assertThat(CommandRun.of(List.of("runs", "list"), where.toArray(String[]::new))
                        .code())
                .isZero();
        assertThat(models("list", "--registry", "x").err()).contains("a folder or a database");
    }
}
