package techflow.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import techflow.features.definition.FeatureVector;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ResultJson;
import techflow.scoring.artifact.VectorJson;
import techflow.scoring.settings.TechnologySettings;

/** {@code techflow replay SCORE}: computes a past score again from what was logged, and compares to the last digit. */
@Command(
        name = "replay",
        description = "Computes a past score again from its log and compares it to the last digit",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private static final String QUERY = """
            select l.requested_at, l.as_of, l.model_sha256, l.inputs, l.result, a.bytes, s.yaml, l.peer_table_id
            from score_log l
            join model_artifact a on a.sha256 = l.model_sha256
            join technology_settings s on s.version = l.settings_version
            where l.score_id = ?""";

    @Parameters(paramLabel = "SCORE", description = "The scoreId of the answer")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String scoreId;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    /** What was logged, and the model and settings that gave it. */
    record Logged(
            String requestedAt,
            String asOf,
            String modelSha256,
            String inputs,
            String result,
            byte[] model,
            String yaml,
            Optional<String> peerTable) {
        /** The result as today's code computes it from the logged inputs, model and settings. */
        String recompute() {
            String hash = ArtifactReader.sha256(model);
            if (!hash.equals(modelSha256)) {
                throw new ModelFault(
                        ProblemCode.ARTIFACT_CORRUPT,
                        "The registered model's bytes must have the hash " + modelSha256 + ", found " + hash,
                        Parameter.safe("sha256", modelSha256));
            }
            ModelArtifact artifact = ArtifactReader.read(model);
            ArtifactVerifier.verify(artifact);
            TechnologySettings settings = TechnologySettings.read(yaml);
            FeatureVector vector = VectorJson.read(inputs, artifact.schema());
            return ResultJson.write(artifact.pipeline(settings.index(), settings.innovationPoints())
                    .score(vector));
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher());
                Connection connection = opened.url().connect()) {
            Logged logged = read(connection);
            boolean equal = logged.recompute().equals(logged.result());
            Optional<PeerReplay> peers = logged.peerTable()
                    .map(table ->
                            PeerReplay.of(table, logged.inputs(), opened.url().dataSource()));
            out.printf(
                    "score %s, given %s as of %s by model %s%n",
                    scoreId,
                    logged.requestedAt(),
                    logged.asOf(),
                    logged.modelSha256().substring(0, 12));
            out.println(equal ? "replayed: equal to the last digit" : "replayed: DIFFERENT from what was logged");
            if (!equal) {
                out.println("logged:     " + logged.result());
                out.println("recomputed: " + logged.recompute());
            }
            peers.ifPresent(replayed -> out.println(replayed.describe()));
            boolean ranksDiffer = peers.filter(PeerReplay::different).isPresent();
            return equal && !ranksDiffer ? ExitCode.DONE : ExitCode.GATE_FAILED;
        } catch (SQLException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "The score log cannot be read: " + e.getMessage(), e);
        }
    }

    private Logged read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(QUERY)) {
            select.setString(1, scoreId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new RecordFault(
                            ProblemCode.SCORE_UNKNOWN, "No score " + scoreId + " was logged in this database");
                }
                return new Logged(
                        row.getObject(1, java.time.OffsetDateTime.class)
                                .toInstant()
                                .toString(),
                        row.getObject(2, java.time.OffsetDateTime.class)
                                .toInstant()
                                .toString(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBytes(6),
                        row.getString(7),
                        Optional.ofNullable(row.getString(8)));
            }
        }
    }
}
