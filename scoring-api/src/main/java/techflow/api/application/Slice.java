package techflow.api.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * A part of a list that may be long, the newest first.
 *
 * @param items of this part
 * @param next cursor of the part that follows, empty when nothing does
 */
public record Slice<T>(List<T> items, Optional<String> next) {
    private static final int LONGEST_SHOWN = 40;

    public Slice {
        items = List.copyOf(items);
    }

    /** @throws RecordFault REQUEST_INVALID for a cursor that is not the id of an item */
    static void requireId(String cursor) {
        if (!ScoreIds.hasForm(cursor)) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The cursor cannot be read",
                    List.of(new Violation(
                            "cursor",
                            "must be the value of next in an earlier answer",
                            cursor.length() > LONGEST_SHOWN ? cursor.substring(0, LONGEST_SHOWN) + "…" : cursor,
                            "send it as it was given, or leave it out to begin anew")));
        }
    }

    /** The first {@code limit} of the items found when one more than the limit was asked for. */
    public static <T> Slice<T> of(List<T> found, int limit, Function<T, String> cursor) {
        return found.size() <= limit
                ? new Slice<>(found, Optional.empty())
                : new Slice<>(found.subList(0, limit), Optional.of(cursor.apply(found.get(limit - 1))));
    }
}
