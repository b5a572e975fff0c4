package techflow.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import techflow.scoring.access.AccessKey;
import techflow.scoring.access.Role;

/** {@code techflow api-keys create}: the key is printed once, alone on standard output, and kept nowhere. */
@Command(name = "create", description = "Creates an access key and prints it once", mixinStandardHelpOptions = true)
final class ApiKeysCreateCommand extends ApiKeysCommand.OnDatabase {
    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            defaultValue = "default",
            description = "whose queries and scores it sees (${DEFAULT-VALUE})")
    private String tenant = "";

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "one or more of ${COMPLETION-CANDIDATES}")
    private List<Role> roles = List.of();

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            defaultValue = "365d",
            converter = KeyEnd.Words.class,
            description =
                    "last day on which it works (China), a number of days such as 90d, or never (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private KeyEnd end;

    @Option(
            names = "--label",
            required = true,
            paramLabel = "TEXT",
            description = "what it is for, such as loan-system")
    private String label = "";

    @Override
    void run(DatabaseUrl url, PrintWriter out) {
        if (label.isBlank()) {
            throw wrongWords("--label must say what the key is for");
        }
        AccessKey key = AccessKey.random(new SecureRandom());
        var grant = new ApiKeyTable.Grant(tenant, EnumSet.copyOf(roles), label.strip(), end.after(Instant.now()));
        new ApiKeyTable(url).create(key, grant, user());
        err().println(key.id() + " of tenant " + tenant + " as " + grant.roles() + ", ends "
                + grant.expires().map(Instant::toString).orElse("never") + ". Note the key now, it is not kept:");
        err().flush();
        out.println(key.secret());
    }
}
