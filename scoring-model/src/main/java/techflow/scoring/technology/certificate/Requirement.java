package techflow.scoring.technology.certificate;

import java.util.List;
import java.util.Optional;

/**
 * One condition of a rule.
 *
 * @param code stable name within its rule
 * @param name the condition as published
 * @param answer whether it holds
 * @param found the value found
 * @param kind what it counts for
 * @param source where the rule is published
 * @param missing what one would have to know, empty unless it is open
 */
public record Requirement(
        String code, Words name, Answer answer, Words found, Kind kind, Source source, Optional<Words> missing) {
    /** What a condition counts for. */
    public enum Kind {
        /** All of these must hold. */
        NECESSARY,
        /** Only the firm can declare it: listed, but it does not hold the answer open. */
        DECLARED,
        /** One of these replaces the points. */
        SHORT_CUT,
        /** All of these together, or one {@link #SHORT_CUT}, must hold. */
        REPLACEABLE
    }

    /** What is asked and where it stands. */
    record Head(String code, Words name, Kind kind, Source source) {}

    static Requirement of(Head head, Answer answer, Finding finding) {
        return new Requirement(
                head.code(),
                head.name(),
                answer,
                finding.text(),
                head.kind(),
                head.source(),
                answer == Answer.OPEN ? finding.missing() : Optional.empty());
    }

    /** A condition that no signal tells. */
    static Requirement untold(Head head, Words missing) {
        return of(head, Answer.OPEN, Finding.unknown(Extent.ANYTHING, missing));
    }

    /** Whether all conditions of a kind hold; met when there is none. */
    static Answer all(List<Requirement> requirements, Kind kind) {
        return requirements.stream()
                .filter(one -> one.kind == kind)
                .map(Requirement::answer)
                .reduce(Answer.MET, Answer::and);
    }

    /** Whether one condition of a kind holds; not met when there is none. */
    static Answer any(List<Requirement> requirements, Kind kind) {
        return requirements.stream()
                .filter(one -> one.kind == kind)
                .map(Requirement::answer)
                .reduce(Answer.NOT_MET, Answer::or);
    }
}
