package techflow.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.Text;
import techflow.api.application.AuditTrail.Entry;
import techflow.api.application.Slice;
import techflow.scoring.audit.AuditEvent;

/**
 * An event of the audit log as published.
 *
 * @param chain month and lane
 * @param seq row of the chain
 * @param hash of the row, chained to the row before
 * @param kind what was done
 * @param text the same for people
 * @param actor by whom
 * @param facts what else the log holds of it, by name
 */
record AuditAnswer(
        String chain,
        long seq,
        String hash,
        Instant at,
        String kind,
        Text text,
        String actor,
        Map<String, String> facts) {
    /** A page of events; {@code next} is the cursor of the page that follows, null at the end. */
    record Page(List<AuditAnswer> items, @Nullable String next) {
        static Page of(Slice<Entry> slice) {
            return new Page(
                    slice.items().stream().map(AuditAnswer::of).toList(),
                    slice.next().orElse(null));
        }
    }

    /**
     * A query about one enterprise.
     *
     * @param answered false when it was refused
     * @param code why it was refused, null when it was answered
     * @param scoreId the score that was given, null when it was refused, and for a what-if
     * @param by who asked
     * @param purpose why
     * @param authorisationId number of the authorisation that was named
     */
    record Query(
            Instant at,
            boolean answered,
            @Nullable String code,
            @Nullable String scoreId,
            String by,
            @Nullable String channel,
            @Nullable String purpose,
            @Nullable String authorisationId,
            @Nullable String asOf) {
        static Query of(Entry entry) {
            AuditEvent event = entry.event();
            String code = event.fact("code").orElse(null);
            return new Query(
                    event.at(),
                    code == null,
                    code,
                    event.fact(AuditEvent.RESOURCE).orElse(null),
                    event.actor(),
                    event.fact("channel").orElse(null),
                    event.fact("purpose").orElse(null),
                    event.fact("authorisation").orElse(null),
                    event.fact("asOf").orElse(null));
        }
    }

    /** A page of queries. */
    record Queries(List<Query> items, @Nullable String next) {
        static Queries of(Slice<Entry> slice) {
            return new Queries(
                    slice.items().stream().map(Query::of).toList(), slice.next().orElse(null));
        }
    }

    static AuditAnswer of(Entry entry) {
        AuditEvent event = entry.event();
        return new AuditAnswer(
                entry.chain().toString(),
                entry.seq(),
                entry.hash(),
                event.at(),
                event.kind().name(),
                new Text(event.kind().chinese(), event.kind().english()),
                event.actor(),
                event.facts());
    }
}
