package techflow.scoring.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import techflow.scoring.artifact.ModelManifest;

/**
 * One training.
 *
 * @param id its name, unique
 * @param startedAt when it began, to the microsecond
 * @param author who ran it
 * @param parent the run that it goes on from, empty when it stands alone
 * @param artifactSha256 hash of the artefact that it gave
 * @param manifest what the artefact says of itself: settings, data, seed, libraries, metrics
 * @param machine what it ran on
 * @param seconds how long each step took, in their order
 */
public record RunRecord(
        String id,
        Instant startedAt,
        String author,
        Optional<String> parent,
        String artifactSha256,
        ModelManifest manifest,
        Machine machine,
        Map<String, Double> seconds) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int HASH_DIGITS = 8;

    public RunRecord {
        startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /**
     * What a training ran on.
     *
     * @param threads processors that it could use
     * @param jvm name and version of the virtual machine
     * @param system operating system and architecture
     * @param processor its model, {@code unknown} where the system does not tell
     */
    public record Machine(int threads, String jvm, String system, String processor) {}

    /** A name that sorts by time and tells the artefact: {@code run-20261122-163100-3f2a1c0d}. */
    public static String idOf(Instant startedAt, String artifactSha256) {
        return "run-" + STAMP.format(startedAt) + "-" + artifactSha256.substring(0, HASH_DIGITS);
    }
}
