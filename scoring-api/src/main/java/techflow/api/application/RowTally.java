package techflow.api.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/** Counts the lines that leave and completes to the trailer. One thread at a time; one for each stream. */
public final class RowTally {
    private final Map<RowOutcome.Status, Integer> counts = new EnumMap<>(RowOutcome.Status.class);
    private final MessageDigest digest;
    private int rows;
    private int replayed;

    public RowTally() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The outcome's line with its end, counted. */
    public byte[] line(RowOutcome outcome) {
        byte[] line = (outcome.line() + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(line);
        rows++;
        replayed += outcome.replayed() ? 1 : 0;
        counts.merge(outcome.status(), 1, Integer::sum);
        return line;
    }

    /**
     * The last line: how many rows ended how, and the SHA-256 of all lines before it.
     *
     * @param complete false when there is more than these lines tell
     */
    public byte[] trailer(boolean complete) {
        String text = ("{\"trailer\":true,\"complete\":%b,\"rows\":%d,\"scored\":%d,\"degraded\":%d,\"notScored\":%d,"
                        + "\"failed\":%d,\"replayed\":%d,\"sha256\":\"%s\"}%n")
                .formatted(
                        complete,
                        rows,
                        count(RowOutcome.Status.SCORED),
                        count(RowOutcome.Status.DEGRADED),
                        count(RowOutcome.Status.NOT_SCORED),
                        count(RowOutcome.Status.FAILED),
                        replayed,
                        HexFormat.of().formatHex(digest.digest()));
        return text.replace("\r", "").getBytes(StandardCharsets.UTF_8);
    }

    private int count(RowOutcome.Status status) {
        return counts.getOrDefault(status, 0);
    }
}
