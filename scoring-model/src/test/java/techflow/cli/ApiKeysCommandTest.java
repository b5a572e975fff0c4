package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.access.AccessKey;
import techflow.testing.TestDatabase;

class ApiKeysCommandTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final String url =
            "postgresql://" + TestDatabase.USER + "@" + database.host() + ":" + database.port() + "/" + database.name();

    @TempDir
    private Path folder;

    @Test
    void a_key_is_printed_once_and_stored_as_its_hash() throws SQLException {
        CommandRun run = create("--role", "officer,auditor", "--label", "loan-system", "--expires", "90d");
        assertThat(run.code()).isZero();
        String key = run.out().strip();
        assertThat(key).matches("tf_[A-Za-z0-9_-]{43}");
        assertThat(run.err()).contains("key-").doesNotContain(key);
        assertThat(query(
                        "select roles::text || round(extract(epoch from expires_at - created_at) / 86400) from api_key where sha256 = '"
                                + AccessKey.sha256(key) + "'"))
                .isEqualTo("{OFFICER,AUDITOR}90");
        assertThat(query("select count(*) from api_key k where k::text like '%" + key + "%'"))
                .isEqualTo("0");
        CommandRun list = run("list");
        assertThat(list.out())
                .contains("loan-system", "OFFICER,AUDITOR", "active")
                .doesNotContain(key);
    }

    @Test
    void a_rotated_key_works_on_for_the_overlap_and_its_successor_inherits_everything_else() throws SQLException {
        create("--role", "ENGINEER", "--label", "etl", "--expires", "30d");
        String old = onlyId();
        CommandRun rotated = run("rotate", old, "--overlap-hours", "6");
        assertThat(rotated.code()).isZero();
        String successor = query("select replaced_by from api_key where key_id = '" + old + "'");
        assertThat(query("select round(extract(epoch from expires_at - now()) / 3600) from api_key where key_id = '"
                        + old + "'"))
                .isEqualTo("6");
        assertThat(query(
                        "select tenant_id || roles::text || label || round(extract(epoch from expires_at - created_at) / 86400)"
                                + " from api_key where key_id = '" + successor + "'"))
                .isEqualTo("default{ENGINEER}etl30");
        assertThat(run("list", "--json").out()).contains("\"state\":\"rotated\"", "\"state\":\"active\"");

        CommandRun again = run("rotate", old);
        assertThat(again.code()).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(again.err()).contains("KEY_UNKNOWN", old);
    }

    @Test
    void a_revoked_key_stays_revoked_since_the_first_time() {
        create("--role", "MONITOR", "--label", "scraper");
        String id = onlyId();
        CommandRun first = run("revoke", id);
        assertThat(first.out()).contains(id + " is revoked since");
        assertThat(run("revoke", id).out()).isEqualTo(first.out());
        assertThat(run("rotate", id).err()).contains("KEY_UNKNOWN");
        assertThat(run("list").out()).contains("revoked");
        assertThat(run("revoke", "key-none").err()).contains("KEY_UNKNOWN");
    }

    @Test
    void tenants_are_added_and_a_key_of_an_unknown_one_is_refused() {
        assertThat(create("--role", "OFFICER", "--label", "x", "--tenant", "rural-bank")
                        .err())
                .contains("REQUEST_INVALID", "tenants add");
        assertThat(tenants("add", "rural-bank", "--name", "农商行 Rural bank").code())
                .isZero();
        assertThat(create("--role", "OFFICER", "--label", "x", "--tenant", "rural-bank")
                        .code())
                .isZero();
        assertThat(tenants("list").out()).contains("rural-bank", "1 keys", "农商行");
        assertThat(tenants("add", "rural-bank", "--name", "again").err()).contains("must be new");
        assertThat(tenants("add", "Rural Bank", "--name", "x").code()).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(run("list", "--tenant", "default").out()).doesNotContain("rural-bank");
    }

    @Test
    void wrong_words_are_told() {
        for (List<String> wrong : List.of(
                List.of("--role", "BOSS", "--label", "x"),
                List.of("--role", "ADMIN", "--label", " "),
                List.of("--role", "ADMIN", "--label", "x", "--expires", "soon"),
                List.of("--role", "ADMIN", "--label", "x", "--expires", "2001-01-01"))) {
            assertThat(create(wrong.toArray(String[]::new)).code())
                    .as("%s", wrong)
                    .isEqualTo(ExitCode.WRONG_WORDS);
        }
        assertThat(run("rotate", "x", "--overlap-hours", "-1").code()).isEqualTo(ExitCode.WRONG_WORDS);
    }

    @Test
    void the_first_start_makes_one_administrators_key_and_later_ones_make_none() throws IOException, SQLException {
        Path file = folder.resolve("api-key");
        FirstKey keys = new FirstKey(DatabaseUrl.parse(url), Optional.of(file));
        String key = keys.makeWhenNone().orElseThrow();
        assertThat(Files.readString(file).strip()).isEqualTo(key);
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(printed(keys, Optional.of(key))).containsOnlyOnce(key);

        assertThat(keys.makeWhenNone()).isEmpty();
        assertThat(printed(keys, Optional.empty())).doesNotContain(key).contains(file.toString());
        Files.delete(file);
        assertThat(keys.makeWhenNone()).isEmpty();
        assertThat(printed(keys, Optional.empty())).contains("api-keys create --role ADMIN");

        keys.forFirstQuestion();
        assertThat(query("select roles::text from api_key where expires_at < now() + interval '11 minutes'"))
                .isEqualTo("{OFFICER}");
    }

    private static String printed(FirstKey keys, Optional<String> made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        keys.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), made);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String onlyId() {
        return run("list").out().lines().skip(1).findFirst().orElseThrow().split(" ")[0];
    }

    private CommandRun create(String... words) {
        return CommandRun.of(List.of("api-keys", "create", "--database", url), words);
    }

    private CommandRun run(String command, String... words) {
        return CommandRun.of(List.of("api-keys", command, "--database", url), words);
    }

    private CommandRun tenants(String command, String... words) {
        return CommandRun.of(List.of("tenants", command, "--database", url), words);
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }
}
