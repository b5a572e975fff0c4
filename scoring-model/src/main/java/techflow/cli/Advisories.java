package techflow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Advisories in the format of OSV, and which components of a CycloneDX bill of materials they name. Maven packages only. */
final class Advisories {
    private Advisories() {}

    /** A component as {@code group:name} and version. */
    record Component(String name, String version) {}

    /** A component that an advisory names. @param fixed versions that mend it, empty when none is known */
    record Hit(Component component, String advisory, String summary, List<String> fixed) {}

    /** The components of a bill of materials, nested ones too. */
    static List<Component> components(JsonNode bom) {
        List<Component> found = new ArrayList<>();
        for (JsonNode component : bom.path("components")) {
            if (component.path("purl").asString("").startsWith("pkg:maven/")) {
                found.add(new Component(
                        component.path("group").asString("") + ":"
                                + component.path("name").asString(""),
                        component.path("version").asString("")));
            }
            found.addAll(components(component));
        }
        return found;
    }

    /** One advisory, a list of them, or an answer of the OSV service ({@code vulns}). */
    static List<JsonNode> read(JsonNode file) {
        if (file.isArray()) {
            return file.valueStream().toList();
        }
        return file.has("vulns") ? file.path("vulns").valueStream().toList() : List.of(file);
    }

    /** In the order of the components. Withdrawn advisories name nobody. */
    static List<Hit> hits(List<Component> components, List<JsonNode> advisories) {
        return components.stream()
                .distinct()
                .flatMap(component -> advisories.stream()
                        .filter(advisory -> advisory.path("withdrawn").isMissingNode())
                        .flatMap(advisory -> hit(component, advisory).stream()))
                .toList();
    }

    private static Optional<Hit> hit(Component component, JsonNode advisory) {
        List<JsonNode> affected = advisory.path("affected")
                .valueStream()
                .filter(entry -> entry.at("/package/ecosystem").asString("").equals("Maven")
                        && entry.at("/package/name").asString("").equals(component.name())
                        && names(entry, component.version()))
                .toList();
        if (affected.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> fixed = new TreeSet<>();
        affected.forEach(entry -> events(entry.path("ranges").valueStream())
                .map(event -> event.path("fixed").asString(""))
                .filter(version -> !version.isEmpty())
                .forEach(fixed::add));
        return Optional.of(new Hit(
                component,
                advisory.path("id").asString("?"),
                advisory.path("summary").asString(""),
                List.copyOf(fixed)));
    }

    private static boolean names(JsonNode entry, String version) {
        boolean listed = entry.path("versions")
                .valueStream()
                .anyMatch(v -> v.asString("").equals(version));
        return listed
                || entry.path("ranges")
                        .valueStream()
                        .filter(range -> !range.path("type").asString("").equals("GIT"))
                        .anyMatch(range -> isWithin(range, MavenVersion.of(version)));
    }

    /** The last event at or below the version decides; events are sorted, as the format allows them in any order. */
    private static boolean isWithin(JsonNode range, MavenVersion version) {
        boolean within = false;
        List<Event> events = events(Stream.of(range))
                .flatMap(event -> Event.of(event).stream())
                .sorted()
                .toList();
        for (Event event : events) {
            int order = event.version().compareTo(version);
            if (event.ends() ? order < 0 || (order == 0 && !event.included()) : order <= 0) {
                within = !event.ends();
            }
        }
        return within;
    }

    private static Stream<JsonNode> events(Stream<JsonNode> ranges) {
        return ranges.flatMap(range -> range.path("events").valueStream());
    }

    /** A point at which being affected begins or ends. @param included whether the end itself is still affected */
    private record Event(MavenVersion version, boolean ends, boolean included) implements Comparable<Event> {
        static Optional<Event> of(JsonNode event) {
            if (event.has("introduced")) {
                return Optional.of(new Event(version(event, "introduced"), false, false));
            }
            if (event.has("fixed")) {
                return Optional.of(new Event(version(event, "fixed"), true, false));
            }
            return event.has("last_affected")
                    ? Optional.of(new Event(version(event, "last_affected"), true, true))
                    : Optional.empty();
        }

        private static MavenVersion version(JsonNode event, String member) {
            return MavenVersion.of(event.path(member).asString("0"));
        }

        @Override
        public int compareTo(Event other) {
            int order = version.compareTo(other.version);
            return order != 0 ? order : Boolean.compare(ends, other.ends);
        }
    }
}
