package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import techflow.problem.PlatformFault;
import techflow.problem.RecordFault;

class DatabaseUrlTest {
    @Test
    void a_whole_url_is_taken_apart() {
        assertThat(DatabaseUrl.parse("postgresql://bank:s3cret@db.example:6432/scores"))
                .isEqualTo(new DatabaseUrl("db.example", 6432, "scores", "bank", "s3cret"));
    }

    @Test
    void port_and_user_have_defaults() {
        assertThat(DatabaseUrl.parse("postgres://localhost/scores"))
                .isEqualTo(new DatabaseUrl("localhost", 5432, "scores", "postgres", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:5432/x",
                "jdbc:postgresql://localhost/x",
                "postgresql://localhost",
                "postgresql:///x",
                ""
            })
    void anything_else_is_refused_with_the_form_it_should_have(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOfSatisfying(
                        RecordFault.class,
                        fault -> assertThat(fault.violations().getFirst().rule())
                                .contains("postgresql://user:password@host:port/database"));
    }

    @Test
    void a_server_that_does_not_answer_is_a_platform_fault_with_its_address() {
        assertThatThrownBy(() -> new DatabaseUrl("localhost", 1, "x", "x", "").connect())
                .isInstanceOf(PlatformFault.class)
                .hasMessageContaining("localhost:1");
    }
}
