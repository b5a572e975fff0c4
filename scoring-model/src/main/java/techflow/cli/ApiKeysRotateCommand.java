package techflow.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.scoring.access.AccessKey;

/** {@code techflow api-keys rotate}: a successor with the same tenant, roles, label and length of life. */
@Command(
        name = "rotate",
        description = "Replaces an access key and prints the new one once; the old one works on for an overlap",
        mixinStandardHelpOptions = true)
final class ApiKeysRotateCommand extends ApiKeysCommand.OnDatabase {
    private static final int LONGEST_OVERLAP_HOURS = 24 * 31;

    @Parameters(paramLabel = "KEY-ID", description = "the id, such as key-0123456789ab; not the key itself")
    private String id = "";

    @Option(
            names = "--overlap-hours",
            paramLabel = "N",
            defaultValue = "24",
            description = "how long the old key works on, 0 to " + LONGEST_OVERLAP_HOURS + " (${DEFAULT-VALUE})")
    private int overlapHours;

    @Override
    void run(DatabaseUrl url, PrintWriter out) {
        if (overlapHours < 0 || overlapHours > LONGEST_OVERLAP_HOURS) {
            throw wrongWords("--overlap-hours must lie in 0 to " + LONGEST_OVERLAP_HOURS + ", found " + overlapHours);
        }
        AccessKey successor = AccessKey.random(new SecureRandom());
        new ApiKeyTable(url).rotate(id, successor, Duration.ofHours(overlapHours), user());
        err().println(successor.id() + " takes over from " + id + ", which ends in " + overlapHours
                + " hours at the latest. Note the key now, it is not kept:");
        err().flush();
        out.println(successor.secret());
    }
}
