package techflow.api.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import techflow.api.application.AuditTrail.Entry;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** A place in the audit log: what follows lies strictly before it. Opaque to clients. */
record AuditCursor(String at, short lane, long seq) {
    private static final AuditCursor BEGIN = new AuditCursor("9999", (short) 0, 0);
    private static final Pattern FORM = Pattern.compile("(\\d{4}-[0-9T:.-]{21}Z)/(\\d{1,2})/(\\d{1,18})");

    static AuditCursor read(Optional<String> text) {
        return text.map(AuditCursor::parse).orElse(BEGIN);
    }

    /** The cursor of what follows an entry. */
    static String after(Entry entry) {
        String at = entry.event().atText() + "/" + entry.chain().lane() + "/" + entry.seq();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(at.getBytes(StandardCharsets.US_ASCII));
    }

    private static AuditCursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            Matcher parts = FORM.matcher(plain);
            if (parts.matches()) {
                return new AuditCursor(
                        parts.group(1), Short.parseShort(parts.group(2)), Long.parseLong(parts.group(3)));
            }
        } catch (IllegalArgumentException e) {
            throw refusal(text);
        }
        throw refusal(text);
    }

    private static RecordFault refusal(String text) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The cursor cannot be read",
                List.of(new Violation(
                        "cursor",
                        "must be the value of next in an earlier answer",
                        text.length() > 40 ? text.substring(0, 40) + "…" : text,
                        "send it as it was given, or leave it out to begin anew")));
    }
}
