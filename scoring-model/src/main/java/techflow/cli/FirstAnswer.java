package techflow.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import techflow.features.signal.SignalHeader;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.audit.AuditHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the running service for a first score, over HTTP as any client would, and prints it for people. The authorisation
 * that it files for that is plainly synthetic, as the firm is: its evidence is the hash of a sentence that says so.
 */
final class FirstAnswer {
    /** Firms whose electricity is metered are firms at work; the newest bills first. */
    private static final String CANDIDATES = """
            select enterprise_id from signal
            where kind in ('PATENT', 'UTILITY_BILL')
            group by enterprise_id
            having count(distinct kind) = 2
            order by max(occurred_at) desc, enterprise_id
            limit 5""";

    private static final String EVIDENCE = "合成企业的合成授权 a synthetic firm's synthetic authorisation";

    private final URI service;
    private final String key;
    private final Workspace workspace;
    private final LocalDate today = LocalDate.now(SignalHeader.CHINA);

    FirstAnswer(URI service, String key, Workspace workspace) {
        this.service = service;
        this.key = key;
        this.workspace = workspace;
    }

    void print(PrintStream out, DatabaseUrl database, Instant begin) throws InterruptedException {
        for (String uscc : candidates(database)) {
            send("/v1/authorisations", authorisation(uscc));
            JsonNode answer = send("/v1/scores", body(uscc));
            if (answer.path("score").isNumber()) {
                print(out, answer, uscc, begin);
                return;
            }
        }
        out.println("No firm in this database can be scored yet; load signals and ask " + service + "/v1/scores");
        ready(out, begin);
    }

    private List<String> candidates(DatabaseUrl database) {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(CANDIDATES);
                ResultSet rows = select.executeQuery()) {
            List<String> codes = new ArrayList<>();
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
            return codes;
        } catch (SQLException e) {
            throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "The signals cannot be read: " + e.getMessage(), e);
        }
    }

    private JsonNode send(String path, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "The service gave no first answer", e);
        }
    }

    private String body(String uscc) {
        return "{\"uscc\":\"%s\",\"purpose\":\"LOAN_ORIGINATION\",\"authorisationId\":\"%s\"}"
                .formatted(uscc, authorisationNumber());
    }

    /** The number bears the day, so that a start on the same day files the same again and a later one a new one. */
    private String authorisationNumber() {
        return "SYNTHETIC-" + today;
    }

    private String authorisation(String uscc) {
        return """
                {"uscc":"%s","authorisationId":"%s","purposes":["LOAN_ORIGINATION","LOAN_REVIEW"],
                 "grantedAt":"%s","expiresAt":"%s","evidenceSha256":"%s"}""".formatted(uscc, authorisationNumber(), today, today.plusYears(1), AuditHash.of(EVIDENCE));
    }

    private void print(PrintStream out, JsonNode answer, String uscc, Instant begin) {
        JsonNode technology = answer.path("technology");
        out.println();
        out.printf(
                "%s  %s  as of %s%n",
                answer.path("subject").path("name").asString(""),
                uscc,
                answer.path("asOf").asString());
        out.printf(
                Locale.ROOT,
                "score %d  credit grade %s  PD %.2f %%  technology grade %s (own example setting)%n",
                answer.path("score").asInt(),
                answer.path("creditGrade").asString(),
                100 * answer.path("pd12m").asDouble(),
                technology.path("grade").asString("-"));
        printReasons(out, "for ", answer.path("explanation").path("supportive"));
        printReasons(out, "against ", answer.path("explanation").path("adverse"));
        out.println();
        out.println("Page:   " + service + "  (log in with the access key)");
        out.println("API:");
        out.printf(
                "  curl -s -X POST %s/v1/scores -H \"X-API-Key: $(cat %s)\" -H 'Idempotency-Key: %s'"
                        + " -H 'Content-Type: application/json' -d '%s'%n",
                service, workspace.apiKeyFile(), UUID.randomUUID(), body(uscc));
        ready(out, begin);
    }

    private static void printReasons(PrintStream out, String label, JsonNode reasons) {
        for (JsonNode reason : reasons) {
            out.printf(
                    Locale.ROOT,
                    "  %-8s %+6.1f  %s / %s%n",
                    label,
                    reason.path("points").asDouble(),
                    reason.path("text").path("zh").asString(),
                    reason.path("text").path("en").asString());
        }
    }

    private static void ready(PrintStream out, Instant begin) {
        out.printf(
                Locale.ROOT,
                "Ready in %.1f s. Stop with Ctrl-C.%n",
                Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    }
}
