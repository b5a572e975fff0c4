package techflow.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import techflow.scoring.access.Role;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code techflow api-keys list}: every key without its secret, oldest first. */
@Command(
        name = "list",
        description = "Lists the access keys; no secret is kept, so none is shown",
        mixinStandardHelpOptions = true)
final class ApiKeysListCommand extends ApiKeysCommand.OnDatabase {
    private static final String LINE = "%-17s %-16s %-26s %-8s %-21s %-21s %s%n";

    @Option(names = "--tenant", paramLabel = "TENANT", description = "of this tenant only")
    private Optional<String> tenant = Optional.empty();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    void run(DatabaseUrl url, PrintWriter out) {
        List<ApiKeyTable.Row> rows = new ApiKeyTable(url).list(tenant);
        Instant now = Instant.now();
        if (json) {
            out.println(new JsonMapper().writeValueAsString(json(rows, now)));
            return;
        }
        out.printf(LINE, "key", "tenant", "roles", "state", "ends", "last used", "label");
        rows.forEach(row -> out.printf(
                LINE,
                row.id(),
                row.grant().tenant(),
                roles(row),
                row.state(now),
                row.grant().expires().map(ApiKeysListCommand::seconds).orElse("never"),
                row.lastUsed().map(ApiKeysListCommand::seconds).orElse("never"),
                row.grant().label()));
    }

    private static ArrayNode json(List<ApiKeyTable.Row> rows, Instant now) {
        ArrayNode array = new JsonMapper().createArrayNode();
        for (ApiKeyTable.Row row : rows) {
            ObjectNode node = array.addObject();
            node.put("keyId", row.id()).put("tenant", row.grant().tenant());
            row.grant().roles().forEach(role -> node.withArray("roles").add(role.name()));
            node.put("label", row.grant().label()).put("state", row.state(now));
            node.put("createdAt", row.created().toString());
            row.grant().expires().ifPresent(at -> node.put("expiresAt", at.toString()));
            row.lastUsed().ifPresent(at -> node.put("lastUsedAt", at.toString()));
            row.revoked().ifPresent(at -> node.put("revokedAt", at.toString()));
            row.replacedBy().ifPresent(id -> node.put("replacedBy", id));
        }
        return array;
    }

    private static String roles(ApiKeyTable.Row row) {
        return String.join(",", row.grant().roles().stream().map(Role::name).toList());
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }
}
