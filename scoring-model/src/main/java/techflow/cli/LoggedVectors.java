package techflow.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureVector;
import techflow.problem.ModelFault;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.VectorJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * The feature vectors that the online service logged.
 *
 * @param vectors those of the schema asked for, oldest first
 * @param otherSchemas how many had another one, by its version: they need the release that computed them
 */
record LoggedVectors(List<Logged> vectors, Map<String, Integer> otherSchemas) {
    private static final String QUERY = """
            select requested_at, inputs, peer_table_id from score_log
            where requested_at >= ? order by requested_at desc, score_id limit ?""";

    /**
     * One of them.
     *
     * @param requestedAt when the score was asked for
     * @param vector what the service computed then
     * @param peerTable id of the peer table that ranked the firm, empty when none did
     */
    record Logged(Instant requestedAt, FeatureVector vector, Optional<String> peerTable) {}

    /**
     * The newest logged vectors.
     *
     * @param since none older than this
     * @param limit at most so many
     * @throws PlatformFault STORE_UNAVAILABLE when the log cannot be read
     */
    static LoggedVectors read(Connection connection, FeatureSchema schema, Instant since, int limit) {
        List<Logged> vectors = new ArrayList<>();
        Map<String, Integer> others = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(QUERY)) {
            select.setObject(1, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String inputs = row.getString(2);
                    try {
                        vectors.add(new Logged(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                VectorJson.read(inputs, schema),
                                Optional.ofNullable(row.getString(3))));
                    } catch (ModelFault otherSchema) {
                        others.merge(version(inputs), 1, Integer::sum);
                    }
                }
            }
        } catch (SQLException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "The score log cannot be read: " + e.getMessage(), e);
        }
        vectors.sort(Comparator.comparing(Logged::requestedAt));
        return new LoggedVectors(List.copyOf(vectors), others);
    }

    private static String version(String inputs) {
        return JsonMapper.shared().readTree(inputs).path("schema").asString("?");
    }
}
