package techflow.api.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.api.application.Purpose;
import techflow.api.application.ScoreCommand;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads and checks a request for a score; every broken rule is told at once. */
public final class ScoreRequestReader {
    /** The members of a request. */
    public static final String USCC = "uscc";

    public static final String AS_OF = "asOf";
    public static final String PURPOSE = "purpose";
    public static final String AUTHORISATION = "authorisationId";

    private static final List<String> MEMBERS = List.of(USCC, AS_OF, PURPOSE, AUTHORISATION);
    private static final int SHORTEST_AUTHORISATION = 4;
    private static final int LONGEST_AUTHORISATION = 64;

    private final Clock clock;

    public ScoreRequestReader(Clock clock) {
        this.clock = clock;
    }

    /** @throws RecordFault REQUEST_INVALID with all violations */
    public ScoreCommand readJson(byte[] body, ScoreCommand.Caller caller) {
        List<Violation> violations = new ArrayList<>();
        Map<String, String> members = members(parse(body), violations);
        return read(members, violations, caller);
    }

    /** The same from a form, where an empty field is one that was not sent. @throws RecordFault likewise */
    public ScoreCommand readForm(Map<String, String> fields, ScoreCommand.Caller caller) {
        Map<String, String> members = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (MEMBERS.contains(name) && !value.isBlank()) {
                members.put(name, value.strip());
            }
        });
        return read(members, new ArrayList<>(), caller);
    }

    private ScoreCommand read(Map<String, String> members, List<Violation> violations, ScoreCommand.Caller caller) {
        Optional<String> code = required(members, USCC, "send the 18-character code", violations);
        code.ifPresent(text -> violations.addAll(EnterpriseId.violations(USCC, text)));
        AsOf asOf = asOf(Optional.ofNullable(members.get(AS_OF)), violations);
        Optional<Purpose> purpose = required(members, PURPOSE, "send one of " + purposes(), violations)
                .flatMap(text -> purpose(text, violations));
        Optional<String> authorisation =
                required(members, AUTHORISATION, "send the number of the data subject's authorisation", violations);
        authorisation.ifPresent(text -> checkAuthorisation(text, violations));
        if (!violations.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID, "The request breaks " + violations.size() + " rule(s)", violations);
        }
        return new ScoreCommand(
                new EnterpriseId(code.orElseThrow()), asOf, purpose.orElseThrow(), authorisation.orElseThrow(), caller);
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode node = StrictJson.MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
            if (node.isObject()) {
                return node;
            }
            throw malformed("must be a JSON object", node.getNodeType().name());
        } catch (JacksonException e) {
            throw malformed(
                    "must be one JSON object without duplicate members",
                    "an error at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    private static RecordFault malformed(String rule, String found) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The body cannot be read",
                List.of(new Violation("body", rule, found, "send {\"uscc\", \"purpose\", \"authorisationId\"}")));
    }

    private static Map<String, String> members(JsonNode body, List<Violation> violations) {
        Map<String, String> members = new LinkedHashMap<>();
        body.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (!MEMBERS.contains(member.getKey())) {
                violations.add(new Violation(
                        shortened(member.getKey()), "is not a member of this request", "", "send only " + MEMBERS));
            } else if (value.isString()) {
                members.put(member.getKey(), value.stringValue());
            } else if (!value.isNull()) {
                violations.add(new Violation(
                        member.getKey(), "must be a string", shortened(value.toString()), "put it in quotes"));
                members.put(member.getKey(), "");
            }
        });
        return members;
    }

    /** A member of the wrong type is in the map as an empty text and was told already. */
    private static Optional<String> required(
            Map<String, String> members, String name, String advice, List<Violation> violations) {
        Optional<String> text = Optional.ofNullable(members.get(name));
        if (text.isEmpty()) {
            violations.add(new Violation(name, "is required", "", advice));
        }
        boolean toldAlready = violations.stream().anyMatch(v -> v.field().equals(name));
        return toldAlready ? Optional.empty() : text;
    }

    private AsOf asOf(Optional<String> text, List<Violation> violations) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean toldAlready = violations.stream().anyMatch(v -> v.field().equals(AS_OF));
        if (text.isEmpty() || toldAlready) {
            return new AsOf(now);
        }
        try {
            String found = text.get();
            AsOf asOf = found.length() == 10
                    ? AsOf.startOf(LocalDate.parse(found))
                    : new AsOf(Instant.parse(found).truncatedTo(ChronoUnit.MICROS));
            if (asOf.instant().isAfter(now)) {
                violations.add(
                        new Violation(AS_OF, "must not lie in the future", found, "leave it out to score as of now"));
            }
            return asOf;
        } catch (DateTimeException e) {
            violations.add(new Violation(
                    AS_OF,
                    "must be a day in China such as 2026-10-31 or an instant such as 2026-10-31T16:00:00Z",
                    shortened(text.get()),
                    "correct it, or leave it out to score as of now"));
            return new AsOf(now);
        }
    }

    private static Optional<Purpose> purpose(String text, List<Violation> violations) {
        Optional<Purpose> purpose = Arrays.stream(Purpose.values())
                .filter(word -> word.name().equals(text))
                .findFirst();
        if (purpose.isEmpty()) {
            violations.add(
                    new Violation(PURPOSE, "must be one of " + purposes(), shortened(text), "choose one of them"));
        }
        return purpose;
    }

    private static void checkAuthorisation(String text, List<Violation> violations) {
        int length = text.codePointCount(0, text.length());
        boolean readable = text.codePoints().noneMatch(Character::isISOControl) && text.equals(text.strip());
        if (length < SHORTEST_AUTHORISATION || length > LONGEST_AUTHORISATION || !readable) {
            violations.add(new Violation(
                    AUTHORISATION,
                    "must have %d to %d characters, no control characters, no space at its ends"
                            .formatted(SHORTEST_AUTHORISATION, LONGEST_AUTHORISATION),
                    shortened(text),
                    "send the number as the authorisation bears it"));
        }
    }

    private static List<String> purposes() {
        return Arrays.stream(Purpose.values()).map(Enum::name).toList();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_AUTHORISATION ? text.substring(0, LONGEST_AUTHORISATION) + "…" : text;
    }
}
