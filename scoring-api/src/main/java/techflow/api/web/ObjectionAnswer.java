package techflow.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import techflow.api.application.Objection;
import techflow.api.application.Slice;

/**
 * An objection as published.
 *
 * @param status OPEN, CORRECTED, NOTED or REJECTED
 * @param dueOn last day for the answer, in China
 * @param overdue whether it is open after that day
 * @param answer null while it is open
 * @param rescore what became of scoring again after a correction; null when nothing was corrected, or never scored
 */
record ObjectionAnswer(
        String id,
        String uscc,
        Objection.ItemKind itemKind,
        String item,
        String statement,
        String status,
        LocalDate filedOn,
        LocalDate dueOn,
        boolean overdue,
        Instant filedAt,
        String filedBy,
        @Nullable Answered answer,
        @Nullable Rescored rescore) {
    /** When, by whom and how it was answered. */
    record Answered(
            Objection.Outcome outcome,
            String text,
            @Nullable String correction,
            Instant at,
            String by) {}

    /** The new score, or the code of why there is none. */
    record Rescored(@Nullable String scoreId, @Nullable String refused) {}

    /** A page of them; {@code next} is the cursor of the page that follows, null at the end. */
    record Page(List<ObjectionAnswer> items, @Nullable String next) {
        static Page of(Slice<Objection> slice, Instant now) {
            return new Page(
                    slice.items().stream()
                            .map(one -> ObjectionAnswer.of(one, now))
                            .toList(),
                    slice.next().orElse(null));
        }
    }

    static ObjectionAnswer of(Objection objection, Instant now) {
        Objection.Claim claim = objection.claim();
        return new ObjectionAnswer(
                objection.id(),
                claim.enterprise().code(),
                claim.kind(),
                claim.item(),
                claim.statement(),
                objection.status(),
                objection.filedOn(),
                objection.dueOn(),
                objection.overdue(now),
                objection.filedAt(),
                objection.filedBy(),
                objection
                        .answer()
                        .map(a -> new Answered(a.outcome(), a.text(), filled(a.correction()), a.at(), a.by()))
                        .orElse(null),
                objection
                        .rescore()
                        .map(r -> new Rescored(filled(r.scoreId()), filled(r.refused())))
                        .orElse(null));
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
