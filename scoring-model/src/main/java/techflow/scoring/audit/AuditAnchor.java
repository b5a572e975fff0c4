package techflow.scoring.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.audit.AuditLink.Chain;
import techflow.scoring.audit.AuditLink.Head;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The heads of all chains at one instant, to be kept where the owner of the database cannot write.
 *
 * @param format {@link #FORMAT}
 * @param takenAt when
 * @param heads in the order of month and lane
 */
public record AuditAnchor(String format, Instant takenAt, List<Head> heads) {
    /** The format that this release writes and reads. */
    public static final String FORMAT = "techflow-audit-anchor-1";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public AuditAnchor {
        heads = List.copyOf(heads);
    }

    /** The heads by chain. */
    public SortedMap<Chain, Head> byChain() {
        SortedMap<Chain, Head> found = new TreeMap<>();
        heads.forEach(head -> found.put(head.chain(), head));
        return found;
    }

    /** JSON, one head a line or so; any tool can read it. */
    public String json() {
        return MAPPER.writeValueAsString(Map.of("format", format, "takenAt", takenAt.toString(), "heads", heads))
                + "\n";
    }

    /** Reads what {@link #json} wrote. @throws RecordFault FILE_MALFORMED for anything else */
    public static AuditAnchor read(String json) {
        try {
            AuditAnchor anchor = MAPPER.readValue(json, AuditAnchor.class);
            if (FORMAT.equals(anchor.format())) {
                return anchor;
            }
            throw malformed(anchor.format());
        } catch (JacksonException e) {
            throw malformed(e.getClass().getSimpleName());
        }
    }

    private static RecordFault malformed(String found) {
        return new RecordFault(
                ProblemCode.FILE_MALFORMED,
                "The anchor cannot be read",
                List.of(new Violation(
                        "anchor", "must be of the format " + FORMAT, found, "give a file of --export-head")));
    }
}
