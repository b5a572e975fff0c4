package techflow.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import techflow.features.definition.FeatureVector;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ResultJson;
import techflow.scoring.artifact.VectorJson;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.settings.TechnologySettings;

/**
 * What the score log keeps of one answer, and the model and settings that gave it.
 *
 * @param peerTable the peer table of its ranks, empty when there was none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared as a value
record LoggedScore(
        String requestedAt,
        String asOf,
        String modelSha256,
        String inputs,
        String result,
        byte[] model,
        String yaml,
        Optional<String> peerTable) {
    private static final String QUERY = """
            select l.requested_at, l.as_of, l.model_sha256, l.inputs, l.result, a.bytes, s.yaml, l.peer_table_id
            from score_log l
            join model_artifact a on a.sha256 = l.model_sha256
            join technology_settings s on s.version = l.settings_version
            where l.score_id = ?""";

    /** @throws RecordFault SCORE_UNKNOWN when there is none of that id */
    static LoggedScore read(Connection connection, String scoreId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(QUERY)) {
            select.setString(1, scoreId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new RecordFault(
                            ProblemCode.SCORE_UNKNOWN, "No score " + scoreId + " was logged in this database");
                }
                return new LoggedScore(
                        instant(row, 1),
                        instant(row, 2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBytes(6),
                        row.getString(7),
                        Optional.ofNullable(row.getString(8)));
            }
        }
    }

    /** The model that answered. @throws ModelFault ARTIFACT_CORRUPT when its bytes are not those of then */
    ModelArtifact artifact() {
        String hash = ArtifactReader.sha256(model);
        if (!hash.equals(modelSha256)) {
            throw new ModelFault(
                    ProblemCode.ARTIFACT_CORRUPT,
                    "The registered model's bytes must have the hash " + modelSha256 + ", found " + hash,
                    Parameter.safe("sha256", modelSha256));
        }
        ModelArtifact artifact = ArtifactReader.read(model);
        ArtifactVerifier.verify(artifact);
        return artifact;
    }

    TechnologySettings settings() {
        return TechnologySettings.read(yaml);
    }

    /** The scoring path of then. */
    ScoringPipeline pipeline() {
        TechnologySettings settings = settings();
        return artifact().pipeline(settings.index(), settings.innovationPoints(), settings.cutOff());
    }

    FeatureVector vector(ScoringPipeline pipeline) {
        return VectorJson.read(inputs, pipeline.schema());
    }

    /** The result as today's code computes it from the logged inputs, model and settings. */
    String recompute() {
        ScoringPipeline pipeline = pipeline();
        return ResultJson.write(pipeline.score(vector(pipeline)));
    }

    private static String instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }
}
