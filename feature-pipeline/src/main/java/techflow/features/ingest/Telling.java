package techflow.features.ingest;

import java.util.ArrayList;
import java.util.List;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalFormat;
import techflow.features.store.postgres.ChunkOutcome.Conflict;
import techflow.features.store.postgres.SignalLoad.Unknown;
import techflow.problem.Violation;

/** How contradictions and unknown references are told. */
final class Telling {
    private Telling() {}

    /** One line for each cell that differs. */
    static List<Reject> conflict(Conflict conflict) {
        List<String> header = SignalFormat.of(conflict.signal().kind()).header();
        List<String> sent = SignalDecoder.encode(conflict.signal());
        List<String> stored = SignalDecoder.encode(conflict.stored());
        List<Reject> rejects = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!sent.get(i).equals(stored.get(i))) {
                rejects.add(new Reject(
                        conflict.line(),
                        Reject.Outcome.CONFLICT,
                        new Violation(
                                header.get(i),
                                "must equal what was stored first for the same observation and known_at: \""
                                        + stored.get(i) + "\"",
                                sent.get(i),
                                "send a correction with its own, later known_at")));
            }
        }
        return rejects;
    }

    static Reject unknown(Unknown unknown) {
        Violation violation = new Violation(
                unknown.reference().column(),
                "must be known as " + unknown.reference().target() + " (referential); " + unknown.rows()
                        + " rows of this file refer to it",
                unknown.value(),
                "the rows are stored; send the " + unknown.reference().target().fileStem() + " row as well");
        return new Reject(unknown.line(), Reject.Outcome.WARNING, violation);
    }
}
