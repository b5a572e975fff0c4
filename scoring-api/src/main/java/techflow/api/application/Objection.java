package techflow.api.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalHeader;

/**
 * An enterprise's objection (异议) to something that is held of it.
 *
 * @param id UUIDv7
 * @param tenant with whom it was filed
 * @param claim what it is about
 * @param filedAt when
 * @param filedBy by whom here
 * @param answer empty while it is open
 * @param rescore what became of scoring again after a correction, empty when nothing was or could be
 */
public record Objection(
        String id,
        String tenant,
        Claim claim,
        Instant filedAt,
        String filedBy,
        Optional<Answer> answer,
        Optional<Rescore> rescore) {
    /** Days for the written answer, the day of filing not counted (征信业管理条例 art. 25). */
    public static final int DAYS = 20;

    /** What can be objected to. */
    public enum ItemKind {
        /** A row of data: {@code COURT_RECORD/(2026)示0101民初123号}. */
        SIGNAL,
        /** A feature's value, by its name. */
        FEATURE,
        /** A score of the same tenant, by its id. */
        SCORE
    }

    /** How it was answered. */
    public enum Outcome {
        /** The item was wrong and has been loaded anew. */
        CORRECTED,
        /** It cannot be settled; the enterprise's statement stays beside the item. */
        NOTED,
        /** The item was right; the mark is taken off. */
        REJECTED
    }

    /**
     * What is objected to.
     *
     * @param item in the form of its kind
     * @param statement the enterprise's own words
     */
    public record Claim(EnterpriseId enterprise, ItemKind kind, String item, String statement) {}

    /**
     * The written answer.
     *
     * @param correction the load or the signal that corrects the item, empty for other outcomes
     */
    public record Answer(Outcome outcome, String text, String correction, Instant at, String by) {}

    /** The new score, or the code of why there is none; one of both is empty. */
    public record Rescore(String scoreId, String refused) {}

    /** Last day for the answer, in China. */
    public LocalDate dueOn() {
        return filedOn().plusDays(DAYS);
    }

    /** Day of filing, in China. */
    public LocalDate filedOn() {
        return filedAt.atZone(SignalHeader.CHINA).toLocalDate();
    }

    /** Whether it is open after its last day. */
    public boolean overdue(Instant now) {
        return answer.isEmpty()
                && dueOn().isBefore(now.atZone(SignalHeader.CHINA).toLocalDate());
    }

    /** OPEN, or the outcome. */
    public String status() {
        return answer.map(one -> one.outcome().name()).orElse("OPEN");
    }
}
