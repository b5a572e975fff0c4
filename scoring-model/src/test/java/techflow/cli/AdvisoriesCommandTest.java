package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvisoriesCommandTest {
    @TempDir
    private Path folder;

    @Test
    void a_listed_version_is_told_with_what_mends_it_and_exit_code_3() throws IOException {
        CommandRun run = check(advisory("{\"introduced\":\"1.0\"},{\"fixed\":\"1.4.2\"}", ""));
        assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run.out())
                .contains(
                        "org.example:web 1.4.1", "GHSA-test", "mended in 1.4.2", "2 components, 1 advisories, 1 hits");
    }

    @Test
    void versions_outside_the_ranges_pass() throws IOException {
        for (String events : List.of(
                "{\"introduced\":\"0\"},{\"fixed\":\"1.4.1\"}",
                "{\"introduced\":\"1.4.2\"}",
                "{\"introduced\":\"0\"},{\"last_affected\":\"1.4.0\"}",
                "{\"introduced\":\"0\"},{\"fixed\":\"1.0\"},{\"introduced\":\"2.0\"}")) {
            assertThat(check(advisory(events, "")).code()).as(events).isZero();
        }
        for (String events : List.of(
                "{\"fixed\":\"1.4.10\"},{\"introduced\":\"0\"}",
                "{\"introduced\":\"1.4.1\"}",
                "{\"introduced\":\"1.4.1-rc1\"}",
                "{\"introduced\":\"0\"},{\"last_affected\":\"1.4.1\"}")) {
            assertThat(check(advisory(events, "")).code()).as(events).isEqualTo(ExitCode.GATE_FAILED);
        }
    }

    @Test
    void single_versions_lists_and_answers_of_the_service_are_read_and_withdrawn_ones_are_not() throws IOException {
        String listed = advisory("{\"introduced\":\"9\"}", ",\"versions\":[\"1.4.1\"]");
        assertThat(check("[" + listed + "]").code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(check("{\"vulns\":[" + listed + "]}").code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(check(listed.replaceFirst("\\{", "{\"withdrawn\":\"2026-01-01T00:00:00Z\","))
                        .code())
                .isZero();
        assertThat(check(listed.replace("Maven", "npm")).code()).isZero();
    }

    @Test
    void files_that_are_none_are_told() throws IOException {
        assertThat(check("no json").code()).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(CommandRun.of("advisories", "--sbom", folder.resolve("none").toString(), "--file", "x")
                        .err())
                .contains("FILE_MALFORMED", "none");
    }

    @Test
    void versions_are_ordered_as_maven_orders_them() {
        List<String> ascending = List.of(
                "1.0-alpha-1",
                "1.0-beta-2",
                "1.0-M1",
                "1.0-RC1",
                "1.0-SNAPSHOT",
                "1.0",
                "1.0-sp1",
                "1.0-xyz",
                "1.0.1",
                "1.9",
                "1.10",
                "2.0.0.RELEASE",
                "2.0.1");
        for (int i = 1; i < ascending.size(); i++) {
            assertThat(MavenVersion.of(ascending.get(i - 1)))
                    .as(ascending.get(i - 1) + " < " + ascending.get(i))
                    .isLessThan(MavenVersion.of(ascending.get(i)));
        }
        assertThat(MavenVersion.of("1.0.0.Final")).isEqualByComparingTo(MavenVersion.of("1"));
    }

    private CommandRun check(String advisories) throws IOException {
        Path sbom = folder.resolve("bom.json");
        Files.writeString(sbom, """
                {"bomFormat":"CycloneDX","components":[
                 {"group":"org.example","name":"web","version":"1.4.1","purl":"pkg:maven/org.example/web@1.4.1"},
                 {"group":"org.example","name":"json","version":"3.0","purl":"pkg:maven/org.example/json@3.0"}]}""");
        Path file = folder.resolve("osv.json");
        Files.writeString(file, advisories);
        return CommandRun.of("advisories", "--sbom", sbom.toString(), "--file", file.toString());
    }

    private static String advisory(String events, String more) {
        return "{\"id\":\"GHSA-test\",\"summary\":\"reads too much\",\"affected\":[{\"package\":{\"ecosystem\":\"Maven\",\"name\":\"org.example:web\"},"
                + "\"ranges\":[{\"type\":\"ECOSYSTEM\",\"events\":[" + events + "]}]" + more + "}]}";
    }
}
