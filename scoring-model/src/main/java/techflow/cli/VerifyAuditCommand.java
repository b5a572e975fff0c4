package techflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.audit.AuditAnchor;
import techflow.scoring.audit.Verification;
import techflow.scoring.audit.postgres.PostgresAuditLog;

/** {@code techflow verify-audit}: walks every chain of the audit log and names the first row that does not hold. */
@Command(
        name = "verify-audit",
        description = "Verifies the hash chains of the audit log, against an anchor kept outside when one is given",
        mixinStandardHelpOptions = true)
final class VerifyAuditCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description = "heads of an earlier --export-head; shows also chains that were cut or built anew")
    private Optional<Path> anchor = Optional.empty();

    @Option(
            names = "--export-head",
            paramLabel = "FILE",
            description = "writes the heads of all chains, when they hold, to be kept outside the database")
    private Optional<Path> export = Optional.empty();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher())) {
            PostgresAuditLog log = new PostgresAuditLog(opened.url().dataSource());
            Optional<AuditAnchor> known = anchor.map(VerifyAuditCommand::read);
            AuditAnchor heads = log.heads(Instant.now()); // before the walk, so that only verified heads are exported
            Verification found = log.verify(known);
            print(spec.commandLine().getOut(), found);
            if (found.broken().isPresent()) {
                return ExitCode.GATE_FAILED;
            }
            export.ifPresent(file -> write(file, heads));
            return ExitCode.DONE;
        }
    }

    private void print(PrintWriter out, Verification found) {
        found.broken()
                .ifPresentOrElse(
                        broken -> out.println("audit log BROKEN: " + broken),
                        () -> out.printf(
                                "audit log holds: %d rows in %d chains%s%n",
                                found.rows(),
                                found.chains(),
                                anchor.map(file -> ", and the anchor").orElse("")));
        out.flush();
    }

    private static AuditAnchor read(Path file) {
        return AuditAnchor.read(new String(InputFile.bytes("--anchor", file), java.nio.charset.StandardCharsets.UTF_8));
    }

    private void write(Path file, AuditAnchor heads) {
        try {
            Files.writeString(file, heads.json());
            spec.commandLine().getOut().println("heads written to " + file + "; keep it outside the database");
        } catch (IOException e) {
            throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "The anchor could not be written to " + file, e);
        }
    }
}
