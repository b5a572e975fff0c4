package techflow.api.web;

import java.util.List;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** How many items a page of a list may have. */
final class PageLimit {
    /** When nothing is asked. */
    static final String DEFAULT = "50";

    private static final int MOST = 500;

    private PageLimit() {}

    /** The number. @throws RecordFault REQUEST_INVALID when it is none or lies outside 1 to 500 */
    static int of(String text) {
        int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The limit breaks a rule",
                    List.of(new Violation(
                            "limit",
                            "must be a number from 1 to " + MOST,
                            text.length() > 20 ? text.substring(0, 20) + "…" : text,
                            "leave it out for " + DEFAULT)));
        }
        return limit;
    }
}
