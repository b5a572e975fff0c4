package techflow.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code techflow api-keys revoke}: ends a key. */
@Command(
        name = "revoke",
        description = "Ends an access key now; services that saw it forget it within techflow.scoring.key-cache",
        mixinStandardHelpOptions = true)
final class ApiKeysRevokeCommand extends ApiKeysCommand.OnDatabase {
    @Parameters(paramLabel = "KEY-ID", description = "the id, such as key-0123456789ab; not the key itself")
    private String id = "";

    @Override
    void run(DatabaseUrl url, PrintWriter out) {
        ApiKeyTable.Row row = new ApiKeyTable(url).revoke(id, user());
        out.println(row.id() + " is revoked since " + row.revoked().orElseThrow());
    }
}
