package techflow.scoring.run;

import java.util.List;
import java.util.Optional;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/**
 * Port: where the records of trainings are kept, for ever. Every method may throw {@link techflow.problem.PlatformFault}
 * STORE_UNAVAILABLE when the store does not answer.
 */
public interface RunLog {
    /**
     * Keeps a record. The same record again changes nothing.
     *
     * @throws RecordFault REQUEST_INVALID when another record has this id
     */
    void append(RunRecord run);

    /** All records, in the order in which they were kept. */
    List<RunRecord> list();

    /**
     * The record of an id, or of its first characters; also of the last run that gave an artefact, by the first digits of
     * its hash.
     *
     * @throws RecordFault REQUEST_INVALID when there is none, or more than one id begins so
     */
    default RunRecord find(String name) {
        List<RunRecord> all = list();
        List<RunRecord> named = all.stream()
                .filter(run -> run.id().equals(name) || run.id().startsWith(name))
                .toList();
        Optional<RunRecord> exact =
                named.stream().filter(run -> run.id().equals(name)).findFirst();
        if (exact.isPresent() || named.size() == 1) {
            return exact.orElseGet(named::getFirst);
        }
        if (named.size() > 1) {
            throw unknown(named.size() + " runs begin with " + name + "; give more of the name");
        }
        return last(all, name).orElseThrow(() -> unknown("No run is named " + name + "; see ./techflow runs list"));
    }

    /** The last run that gave an artefact. @param sha256 its hash, or its first digits */
    default Optional<RunRecord> ofArtifact(String sha256) {
        return last(list(), sha256);
    }

    private static Optional<RunRecord> last(List<RunRecord> all, String sha256) {
        return all.stream()
                .filter(run -> run.artifactSha256().startsWith(sha256))
                .reduce((earlier, later) -> later);
    }

    private static RecordFault unknown(String message) {
        return new RecordFault(ProblemCode.REQUEST_INVALID, message);
    }

    /** The fault for an id that is taken. For adapters. */
    static RecordFault taken(String id) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "Another run is recorded as " + id + "; a record is never changed",
                Parameter.safe("run", id));
    }
}
