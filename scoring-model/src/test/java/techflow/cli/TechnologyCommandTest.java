package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import techflow.scoring.technology.certificate.CertificateRule;

class TechnologyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_whole_technology_side_of_a_firm_comes_from_one_snapshot() {
        int code = run("--as-of", "2026-11-01");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("技术流指数", "not official", "创新积分", "Official innovation points", "科技资质对照")
                .contains("2026-10-31T16:00:00Z");
        for (CertificateRule rule : CertificateRule.values()) {
            assertThat(out.toString()).contains(rule.chinese(), rule.english());
        }
    }

    @Test
    void one_language_can_be_asked_for() {
        run("--as-of", "2026-11-01", "--lang", "en");
        assertThat(out.toString()).contains("Certificate readiness").doesNotContain("科技资质对照");
    }

    @Test
    void before_anything_was_known_everything_is_open_and_nothing_is_zero() {
        run("--as-of", "2000-01-01", "--lang", "en");
        assertThat(out.toString())
                .contains("not assessed: too few dimensions are known")
                .contains("Technology SME  ? open   0–100 / 100");
    }

    @Test
    void a_wrong_code_and_an_unknown_firm_are_each_told() {
        assertThat(Main.commandLine().setErr(new PrintWriter(err, true)).execute("technology", "123"))
                .isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString()).contains("CODE");
        int code = Main.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute(
                        "technology",
                        techflow.features.signal.EnterpriseId.placeholder("TT009999")
                                .code(),
                        "--data",
                        SyntheticFolder.FOLDER.toString());
        assertThat(code).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString()).contains("ENTERPRISE_UNKNOWN");
    }

    private int run(String... more) {
        String[] words = new String[4 + more.length];
        System.arraycopy(
                new String[] {"technology", SyntheticFolder.firm().code(), "--data", SyntheticFolder.FOLDER.toString()},
                0,
                words,
                0,
                4);
        System.arraycopy(more, 0, words, 4, more.length);
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
