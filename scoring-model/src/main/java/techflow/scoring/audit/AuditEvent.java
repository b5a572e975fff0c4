package techflow.scoring.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event. Equal events give equal bytes.
 *
 * @param kind what was done
 * @param at when, to the microsecond
 * @param tenant on whose behalf
 * @param actor who did it: id of the key, client of the token, or name of the command
 * @param facts everything else, by name
 */
public record AuditEvent(AuditKind kind, Instant at, String tenant, String actor, SortedMap<String, String> facts) {
    /** Name of the fact that holds the enterprise's code. */
    public static final String ENTERPRISE = "enterprise";
    /** Name of the fact that holds the id of what the event is about: a score, an authorisation, a key. */
    public static final String RESOURCE = "resource";

    private static final Set<String> HEAD = Set.of("kind", "at", "tenant", "actor");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** Of one width, so that texts sort as instants do. */
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    public AuditEvent {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        for (String name : HEAD) {
            if (facts.containsKey(name)) {
                throw new IllegalArgumentException("a fact must not be named " + name);
            }
        }
    }

    /** An event without further facts. */
    public static AuditEvent of(AuditKind kind, Instant at, String tenant, String actor) {
        return new AuditEvent(kind, at, tenant, actor, Collections.emptySortedMap());
    }

    /** The same about an enterprise. */
    public AuditEvent about(String enterpriseCode) {
        return with(ENTERPRISE, enterpriseCode);
    }

    /** The same about a score, an authorisation, a key. */
    public AuditEvent on(String resourceId) {
        return with(RESOURCE, resourceId);
    }

    /** The same with one more fact. */
    public AuditEvent with(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return new AuditEvent(kind, at, tenant, actor, more);
    }

    /** The value of a fact, empty when the event has none of this name. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** The instant as it stands in the JSON, 27 characters. */
    public String atText() {
        return MICROS.format(at);
    }

    /** Canonical JSON. */
    public String json() {
        TreeMap<String, String> members = new TreeMap<>(facts);
        members.put("kind", kind.name());
        members.put("at", atText());
        members.put("tenant", tenant);
        members.put("actor", actor);
        return MAPPER.writeValueAsString(members);
    }

    /** Reads what {@link #json} wrote. @throws ModelFault AUDIT_CHAIN_BROKEN for anything else */
    public static AuditEvent read(String json) {
        try {
            TreeMap<String, String> members =
                    new TreeMap<>(MAPPER.readValue(json, new TypeReference<Map<String, String>>() {}));
            AuditEvent event = new AuditEvent(
                    AuditKind.valueOf(String.valueOf(members.remove("kind"))),
                    Instant.from(MICROS.parse(String.valueOf(members.remove("at")))),
                    String.valueOf(members.remove("tenant")),
                    String.valueOf(members.remove("actor")),
                    members);
            return event;
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new ModelFault(
                    ProblemCode.AUDIT_CHAIN_BROKEN,
                    "An audit event cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
