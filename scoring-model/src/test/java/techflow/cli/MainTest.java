package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void the_help_names_every_command_exactly_once() {
        List<String> named = new ArrayList<>();
        HelpCommand.USERS.values().forEach(named::addAll);

        assertThat(named)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Main.commandLine().getSubcommands().keySet());
    }

    @Test
    void without_a_word_the_help_is_printed() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("Credit officer", "import invoices", "models promote", "replay");
    }

    @Test
    void a_wrong_word_gets_the_nearest_right_one_and_exit_code_2() {
        assertThat(run("upp")).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(err.toString()).contains("upp").contains("techflow up");
    }

    @Test
    void a_wrong_word_below_a_command_gets_the_nearest_right_one_too() {
        assertThat(run("models", "promot")).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(err.toString()).contains("promote");
    }

    @Test
    void the_help_of_an_unknown_command_suggests_one() {
        assertThat(run("help", "replai")).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(err.toString()).contains("replay");
    }

    @Test
    void a_missing_argument_is_named() {
        assertThat(run("replay")).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(err.toString()).contains("SCORE");
    }

    @Test
    void a_broken_database_url_is_a_broken_contract_and_hides_the_password() {
        int code = run("replay", "X", "--database", "mysql://u:secret@localhost/x");

        assertThat(code).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString())
                .contains("postgresql://user:password@host:port/database")
                .doesNotContain("secret");
    }

    @Test
    void every_command_explains_itself() {
        for (CommandLine command : Main.commandLine().getSubcommands().values()) {
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(command.getCommandName())
                    .isNotEmpty();
        }
    }
}
