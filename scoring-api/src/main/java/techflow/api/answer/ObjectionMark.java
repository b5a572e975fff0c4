package techflow.api.answer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The mark that an item bears while the enterprise objects to it (征信业管理条例 art. 25), and for good when the objection
 * was noted beside the item.
 *
 * @param id of the objection
 * @param itemKind SIGNAL, FEATURE or SCORE
 * @param item kind and natural key of a signal, name of a feature, or id of a score
 * @param status OPEN or NOTED
 * @param filedOn day in China
 * @param dueOn last day for the answer
 * @param statement what the enterprise says
 * @param note what was answered, null while it is open
 */
public record ObjectionMark(
        String id,
        String itemKind,
        String item,
        String status,
        LocalDate filedOn,
        LocalDate dueOn,
        String statement,
        @Nullable String note) {}
