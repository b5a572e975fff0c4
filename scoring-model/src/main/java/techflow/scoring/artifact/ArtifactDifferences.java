package techflow.scoring.artifact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Where two artefacts differ, member by member in the order of their names. */
public final class ArtifactDifferences {
    private static final int SHOWN = 60;

    private final int most;
    private final List<Difference> found = new ArrayList<>();

    private ArtifactDifferences(int most) {
        this.most = most;
    }

    /**
     * One member that differs.
     *
     * @param path where it stands, such as {@code manifest.libraries.java} or {@code model.characteristics[2].coefficient}
     * @param left its value as JSON, cut to 60 characters, {@code absent} when it is not there
     * @param right likewise
     */
    public record Difference(String path, String left, String right) {
        /** Whether it tells of the model itself and not of how it came to be. */
        public boolean ofModel() {
            return !path.equals("manifest") && !path.startsWith("manifest.");
        }
    }

    /**
     * The first differences, empty when both hold the same.
     *
     * @param left an artefact that {@link ArtifactReader} has read
     * @param right likewise
     * @param most how many at most
     */
    public static List<Difference> first(byte[] left, byte[] right, int most) {
        ArtifactDifferences differences = new ArtifactDifferences(most);
        differences.compare("", artifact(left), artifact(right));
        return differences.found;
    }

    private static JsonNode artifact(byte[] bytes) {
        return Json.read(new String(bytes, StandardCharsets.UTF_8))
                .member("artifact")
                .node();
    }

    private void compare(String path, JsonNode left, JsonNode right) {
        if (found.size() >= most || left.equals(right)) {
            return;
        }
        if (left.isObject() && right.isObject()) {
            compareMembers(path.isEmpty() ? "" : path + ".", left, right);
        } else if (left.isArray() && right.isArray() && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(path + "[" + i + "]", left.get(i), right.get(i));
            }
        } else {
            found.add(new Difference(path, cut(left.toString()), cut(right.toString())));
        }
    }

    private void compareMembers(String prefix, JsonNode left, JsonNode right) {
        TreeSet<String> names = new TreeSet<>(left.propertyNames());
        names.addAll(right.propertyNames());
        for (String name : names) {
            if (left.has(name) && right.has(name)) {
                compare(prefix + name, Objects.requireNonNull(left.get(name)), Objects.requireNonNull(right.get(name)));
            } else if (found.size() < most) {
                found.add(new Difference(prefix + name, side(left, name), side(right, name)));
            }
        }
    }

    private static String side(JsonNode node, String name) {
        return node.has(name) ? cut(String.valueOf(node.get(name))) : "absent";
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
