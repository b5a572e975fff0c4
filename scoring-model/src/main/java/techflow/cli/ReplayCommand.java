package techflow.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** {@code techflow replay SCORE}: computes a past score again from what was logged, and compares to the last digit. */
@Command(
        name = "replay",
        description = "Computes a past score again from its log and compares it to the last digit",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCORE", description = "The scoreId of the answer")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String scoreId;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher());
                Connection connection = opened.url().connect()) {
            LoggedScore logged = LoggedScore.read(connection, scoreId);
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
}
