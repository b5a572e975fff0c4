package techflow.features.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Refuses to go on with a build that was made of something else. */
final class OtherInputs {
    private OtherInputs() {}

    static void refuse(Map<String, String> before, SortedMap<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        List<Violation> violations = new ArrayList<>();
        for (String name : names) {
            String was = before.getOrDefault(name, "(none)");
            String is = now.getOrDefault(name, "(none)");
            if (!Objects.equals(was, is)) {
                violations.add(new Violation(
                        name,
                        "must be what the build found there was made of: " + was,
                        is,
                        "choose another output, or build anew with --restart"));
            }
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.REQUEST_INVALID, "The output holds a build of other inputs", violations);
        }
    }
}
