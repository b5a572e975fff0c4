package techflow.api.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import techflow.scoring.access.Role;
import tools.jackson.databind.JsonNode;

/** Reads and checks what an administrator sends about keys. */
final class ApiKeyRequestReader {
    private static final Duration DEFAULT_LIFE = Duration.ofDays(365);
    private static final Duration LONGEST_LIFE = Duration.ofDays(3653);
    private static final int LONGEST_LABEL = 100;
    private static final int DEFAULT_OVERLAP_HOURS = 24;
    private static final int LONGEST_OVERLAP_HOURS = 744;

    private final Clock clock;

    ApiKeyRequestReader(Clock clock) {
        this.clock = clock;
    }

    /** A checked request for a key. */
    record Wish(Set<Role> roles, String label, Instant ends) {}

    /** @throws techflow.problem.RecordFault REQUEST_INVALID with all violations */
    Wish readWish(byte[] bytes) {
        JsonBody body = JsonBody.read(bytes, Set.of("roles", "label", "expiresAt"));
        Wish wish = new Wish(roles(body), label(body), ends(body));
        body.finish();
        return wish;
    }

    /** @throws techflow.problem.RecordFault REQUEST_INVALID with all violations */
    Duration readOverlap(byte[] bytes) {
        JsonBody body = JsonBody.read(bytes, Set.of("overlapHours"));
        Optional<JsonNode> sent = body.member("overlapHours");
        int hours = sent.map(node -> node.isInt() ? node.intValue() : -1).orElse(DEFAULT_OVERLAP_HOURS);
        if (hours < 0 || hours > LONGEST_OVERLAP_HOURS) {
            body.refuse(
                    "overlapHours", "must be a whole number of 0 to 744", sent.orElseThrow(), "0 ends the old key now");
        }
        body.finish();
        return Duration.ofHours(hours);
    }

    private static Set<Role> roles(JsonBody body) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        JsonNode[] sent = body.member("roles")
                .filter(JsonNode::isArray)
                .map(array -> array.values().toArray(JsonNode[]::new))
                .orElse(new JsonNode[0]);
        for (JsonNode word : sent) {
            Optional<Role> role = Arrays.stream(Role.values())
                    .filter(known -> word.isString() && known.name().equals(word.stringValue()))
                    .findFirst();
            role.ifPresentOrElse(
                    roles::add,
                    () -> body.refuse("roles", "must be of " + Arrays.toString(Role.values()), word, "correct it"));
        }
        if (sent.length == 0) {
            body.refuse(
                    "roles",
                    "must be a list of one role or more",
                    "",
                    "send some of " + Arrays.toString(Role.values()));
        }
        return roles;
    }

    private static String label(JsonBody body) {
        Optional<JsonNode> sent = body.member("label");
        String label = sent.filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElse("")
                .strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            body.refuse(
                    "label",
                    "must be text of 1 to 100 characters",
                    sent.map(Object::toString).orElse(""),
                    "say what the key is for");
        }
        return label;
    }

    private Instant ends(JsonBody body) {
        Instant now = clock.instant();
        Optional<JsonNode> sent = body.member("expiresAt");
        if (sent.isEmpty()) {
            return now.plus(DEFAULT_LIFE);
        }
        try {
            Instant ends = Instant.parse(sent.get().isString() ? sent.get().stringValue() : "");
            if (ends.isAfter(now) && !ends.isAfter(now.plus(LONGEST_LIFE))) {
                return ends;
            }
            body.refuse(
                    "expiresAt", "must lie in the future, at most 3,653 days from now", ends, "choose another instant");
        } catch (DateTimeException e) {
            body.refuse("expiresAt", "must be an instant such as 2027-06-30T16:00:00Z", sent.get(), "correct it");
        }
        return now;
    }
}
