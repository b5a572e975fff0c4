package techflow.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** {@code techflow tenants}: the lenders and platforms that share a service and do not see one another. */
@Command(
        name = "tenants",
        description = "Tenants: lenders and platforms that share a service and do not see one another",
        mixinStandardHelpOptions = true,
        subcommands = {TenantsCommand.Add.class, TenantsCommand.ListAll.class})
final class TenantsCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw Subcommands.missing(spec);
    }

    /** {@code techflow tenants add}. */
    @Command(name = "add", description = "Adds a tenant", mixinStandardHelpOptions = true)
    static final class Add extends ApiKeysCommand.OnDatabase {
        /** As the table checks it. */
        private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

        @Parameters(paramLabel = "TENANT", description = "its id: 1 to 40 of a-z, 0-9 and -")
        private String id = "";

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "its name for people")
        private String name = "";

        @Override
        void run(DatabaseUrl url, PrintWriter out) {
            if (!FORM.matcher(id).matches() || name.isBlank()) {
                throw wrongWords(
                        "TENANT must be 1 to 40 of a-z, 0-9 and -, beginning with no -, and have a name; found \"" + id
                                + "\"");
            }
            if (insert(url) == 0) {
                throw new RecordFault(
                        ProblemCode.REQUEST_INVALID,
                        "The tenant is there already",
                        List.of(new Violation("TENANT", "must be new", id, "./techflow tenants list shows them all")));
            }
            out.println(id + " is a tenant now; ./techflow api-keys create --tenant " + id + " lets it in");
        }

        private int insert(DatabaseUrl url) {
            try (Connection connection = url.connect();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into tenant (tenant_id, name) values (?, ?) on conflict do nothing")) {
                insert.setString(1, id);
                insert.setString(2, name.strip());
                return insert.executeUpdate();
            } catch (SQLException e) {
                throw unreachable(e);
            }
        }
    }

    /** {@code techflow tenants list}. */
    @Command(
            name = "list",
            description = "Lists the tenants and how many keys each has in force",
            mixinStandardHelpOptions = true)
    static final class ListAll extends ApiKeysCommand.OnDatabase {
        private static final String SELECT = """
                select t.tenant_id, t.name, count(k.key_id) filter (
                    where k.revoked_at is null and (k.expires_at is null or k.expires_at > now())) as keys
                from tenant t left join api_key k using (tenant_id)
                group by t.tenant_id, t.name order by t.tenant_id""";

        @Override
        void run(DatabaseUrl url, PrintWriter out) {
            try (Connection connection = url.connect();
                    PreparedStatement select = connection.prepareStatement(SELECT);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    out.printf("%-40s %5d keys  %s%n", rows.getString(1), rows.getInt(3), rows.getString(2));
                }
            } catch (SQLException e) {
                throw unreachable(e);
            }
        }
    }

    private static PlatformFault unreachable(SQLException e) {
        return new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "The tenants cannot be reached: " + e.getMessage(), e);
    }
}
