package techflow.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatabasePropertiesTest {
    private static final DatabaseProperties.Pool POOL = new DatabaseProperties.Pool(
            10, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofMinutes(10), Duration.ofMinutes(30));

    @Test
    void a_url_tells_all() {
        DatabaseProperties properties = with("postgresql://bank:s3cret@db.example:6432/scores", null);
        assertThat(properties.host()).isEqualTo("db.example");
        assertThat(properties.port()).isEqualTo(6432);
        assertThat(properties.database()).isEqualTo("scores");
        assertThat(properties.username()).isEqualTo("bank");
        assertThat(properties.secret()).contains("s3cret");
    }

    @Test
    void driver_prefixes_are_taken_off_and_separate_settings_go_first() {
        for (String url : new String[] {"r2dbc:postgresql://a@h/d", "jdbc:postgresql://a@h/d", "postgres://a@h/d"}) {
            DatabaseProperties properties = with(url, "other");
            assertThat(properties.username()).isEqualTo("other");
            assertThat(properties.port()).isEqualTo(5432);
            assertThat(properties.secret()).isEmpty();
        }
    }

    @Test
    void a_wrong_url_is_refused_without_being_repeated() {
        for (String url : new String[] {"mysql://a:s3cret@h/d", "postgresql://h", "postgresql://a:s3 cret@h/d", ""}) {
            assertThatThrownBy(() -> with(url, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("TECHFLOW_DATABASE_URL")
                    .hasMessageNotContaining("s3");
        }
    }

    @Test
    void the_password_is_not_printed() {
        assertThat(with("postgresql://bank:s3cret@h/d", null).toString()).doesNotContain("s3cret");
    }

    @Test
    void limits_are_told_with_the_value_found() {
        assertThatThrownBy(() -> new DatabaseProperties.Pool(
                        0, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .hasMessageContaining("pool.size must lie in 1 to 100, found 0");
        assertThatThrownBy(() -> new ScoringProperties(30, 0, 0, 1, Duration.ofSeconds(5), Duration.ZERO))
                .hasMessageContaining("techflow.scoring.queue must be 1 or more, found 0");
    }

    @Test
    void the_server_must_have_the_chance_to_refuse_before_we_give_up_the_connection() {
        assertThatThrownBy(() -> new DatabaseProperties(
                        "postgresql://h/d", null, null, POOL, Duration.ofSeconds(5), Duration.ofSeconds(5)))
                .hasMessageContaining("techflow.database.answer-timeout must be longer than statement-timeout, PT5S");
    }

    private static DatabaseProperties with(String url, @Nullable String user) {
        return new DatabaseProperties(url, user, null, POOL, Duration.ofSeconds(5), Duration.ofSeconds(6));
    }
}
