package techflow.api.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.server.ServerWebExchange;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** The header that makes a request safe to send again (draft-ietf-httpapi-idempotency-key-header-07). */
final class IdempotencyHeader {
    static final String NAME = "Idempotency-Key";
    /** Set to true on an answer that was given before. */
    static final String REPLAYED = "Idempotency-Replayed";

    static final String DESCRIPTION =
            "Chosen by the caller, a fresh UUID for each new request; the same key again gives"
                    + " the same answer and no second score";

    /** Printable, no quote, no backslash; in the quotes of a structured field or without. */
    private static final Pattern FORM = Pattern.compile("\"?([\\x21\\x23-\\x5B\\x5D-\\x7E]{8,128})\"?");

    private static final int SHOWN = 140;

    private IdempotencyHeader() {}

    /** The key. @throws RecordFault REQUEST_INVALID when there is none, more than one, or one of another form */
    static String of(ServerWebExchange exchange) {
        List<String> sent = exchange.getRequest().getHeaders().getOrEmpty(NAME);
        if (sent.size() != 1) {
            throw refusal("is required, once", sent.isEmpty() ? "" : sent.size() + " headers");
        }
        Matcher form = FORM.matcher(sent.getFirst());
        if (!form.matches()) {
            String found = sent.getFirst();
            throw refusal(
                    "must have 8 to 128 printable characters without space, quote or backslash",
                    found.substring(0, Math.min(found.length(), SHOWN)));
        }
        return form.group(1);
    }

    private static RecordFault refusal(String rule, String found) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The header Idempotency-Key breaks a rule",
                List.of(new Violation(
                        NAME,
                        rule,
                        found,
                        "send a fresh UUID with each new request, and the same one when you repeat it")));
    }
}
