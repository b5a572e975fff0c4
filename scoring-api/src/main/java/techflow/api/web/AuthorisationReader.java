package techflow.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import techflow.api.application.Authorisation;
import techflow.api.application.Purpose;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.problem.RecordFault;

/** Reads and checks an authorisation to be filed; every broken rule is told at once. */
public final class AuthorisationReader {
    /** The members of a request. */
    public static final String USCC = "uscc";

    public static final String NUMBER = "authorisationId";
    public static final String PURPOSES = "purposes";
    public static final String GRANTED = "grantedAt";
    public static final String EXPIRES = "expiresAt";
    public static final String EVIDENCE = "evidenceSha256";

    private static final List<String> MEMBERS = List.of(USCC, NUMBER, PURPOSES, GRANTED, EXPIRES, EVIDENCE);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORTEST_NUMBER = 4;
    private static final int LONGEST_NUMBER = 64;
    private static final String DAY =
            "must be a day in China such as 2026-10-31 or an instant such as 2026-10-31T16:00:00Z, in 1990 to 2199";
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private AuthorisationReader() {}

    /** @throws RecordFault REQUEST_INVALID with all violations */
    public static Authorisation.Terms json(byte[] body) {
        return read(RequestFields.json(body, MEMBERS));
    }

    /** The same from a form. @throws RecordFault likewise */
    public static Authorisation.Terms form(Map<String, List<String>> form) {
        return read(RequestFields.form(form, MEMBERS));
    }

    private static Authorisation.Terms read(RequestFields fields) {
        Optional<String> code = fields.required(USCC, "send the 18-character code of who granted it");
        code.ifPresent(text -> fields.violate(EnterpriseId.violations(USCC, text)));
        Optional<String> number =
                fields.prose(NUMBER, SHORTEST_NUMBER, LONGEST_NUMBER, "send the number as the authorisation bears it");
        List<Purpose> purposes = fields.words(PURPOSES, Purpose.class);
        Optional<Instant> granted = day(fields, GRANTED, 0);
        Optional<Instant> expires = day(fields, EXPIRES, 1);
        Optional<String> evidence = fields.required(EVIDENCE, "send the SHA-256 of the signed document")
                .map(text -> text.toLowerCase(Locale.ROOT));
        evidence.filter(text -> !HASH.matcher(text).matches())
                .ifPresent(text -> fields.violate(
                        EVIDENCE, "must be 64 hexadecimal characters", text, "send what sha256sum prints"));
        if (granted.isPresent() && expires.isPresent() && !expires.get().isAfter(granted.get())) {
            fields.violate(EXPIRES, "must lie after " + GRANTED, expires.get().toString(), "correct one of them");
        }
        fields.require();
        return new Authorisation.Terms(
                new EnterpriseId(code.orElseThrow()),
                number.orElseThrow(),
                purposes,
                granted.orElseThrow(),
                expires.orElseThrow(),
                evidence.orElseThrow());
    }

    /** A day as a beginning is its first moment in China, as an end its last: the document names it as included. */
    private static Optional<Instant> day(RequestFields fields, String name, int daysMore) {
        Optional<String> text = fields.required(name, "send the day as the authorisation bears it");
        return fields.parsed(
                text,
                name,
                DAY,
                found -> inReach(
                        found.length() == 10
                                ? AsOf.startOf(LocalDate.parse(found).plusDays(daysMore))
                                        .instant()
                                : Instant.parse(found).truncatedTo(ChronoUnit.MICROS)));
    }

    private static Instant inReach(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("out of reach");
        }
        return at;
    }
}
