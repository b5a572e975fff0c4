package techflow.api.page;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import techflow.api.answer.ObjectionMark;
import techflow.api.application.AuditTrail.Entry;
import techflow.api.application.Authorisation;
import techflow.api.application.Objection;
import techflow.api.application.Purpose;
import techflow.scoring.audit.AuditEvent;

/** Authorisations, queries and objections of an enterprise as finished text. */
final class LawRows {
    private final Language language;
    private final Instant now;

    LawRows(Language language, Instant now) {
        this.language = language;
        this.now = now;
    }

    /**
     * An authorisation.
     *
     * @param state name of the state, for the wording and the style
     * @param revoked when and why, empty while it was not
     */
    record AuthorisationRow(
            String id, String number, String purposes, String from, String until, String state, String revoked) {}

    /**
     * A query.
     *
     * @param scoreId empty when it was refused, and for a what-if
     * @param code why it was refused, empty when it was answered
     */
    record QueryRow(String at, String by, String purpose, String authorisation, String scoreId, String code) {}

    /**
     * An objection, or the mark of one.
     *
     * @param status OPEN, CORRECTED, NOTED or REJECTED
     * @param answer empty while it is open
     * @param scoreId of the score after a correction, empty when there is none
     */
    record ObjectionRow(
            String id,
            String item,
            String statement,
            String status,
            String filedOn,
            String dueOn,
            boolean overdue,
            String answer,
            String scoreId) {}

    ObjectionRow objection(Objection one) {
        return new ObjectionRow(
                one.id(),
                kind(one.claim().kind().name()) + " " + one.claim().item(),
                one.claim().statement(),
                one.status(),
                one.filedOn().toString(),
                one.dueOn().toString(),
                one.overdue(now),
                one.answer().map(Objection.Answer::text).orElse(""),
                one.rescore().map(Objection.Rescore::scoreId).orElse(""));
    }

    ObjectionRow mark(ObjectionMark one) {
        return new ObjectionRow(
                one.id(),
                kind(one.itemKind()) + " " + one.item(),
                one.statement(),
                one.status(),
                one.filedOn().toString(),
                one.dueOn().toString(),
                false,
                Objects.requireNonNullElse(one.note(), ""),
                "");
    }

    private String kind(String kind) {
        return switch (kind) {
            case "SIGNAL" -> language.of("数据", "data");
            case "FEATURE" -> language.of("指标", "indicator");
            default -> language.of("评分", "score");
        };
    }

    AuthorisationRow authorisation(Authorisation one) {
        Authorisation.Terms terms = one.terms();
        return new AuthorisationRow(
                one.id(),
                terms.number(),
                terms.purposes().stream().map(this::purpose).collect(Collectors.joining(language.of("、", ", "))),
                ChinaTime.day(terms.grantedAt()),
                ChinaTime.lastDay(terms.expiresAt()),
                one.at(now).name(),
                one.revocation()
                        .map(r -> ChinaTime.minute(r.at()) + " " + r.reason())
                        .orElse(""));
    }

    QueryRow query(Entry entry) {
        AuditEvent event = entry.event();
        return new QueryRow(
                ChinaTime.minute(event.at()),
                event.actor(),
                event.fact("purpose").map(this::purpose).orElse(""),
                event.fact("authorisation").orElse(""),
                event.fact(AuditEvent.RESOURCE).orElse(""),
                event.fact("code").orElse(""));
    }

    /** Of a purpose that this release does not know, its name. */
    private String purpose(String name) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.name().equals(name))
                .map(this::purpose)
                .findFirst()
                .orElse(name);
    }

    private String purpose(Purpose purpose) {
        return language.of(purpose.chinese(), purpose.english());
    }
}
