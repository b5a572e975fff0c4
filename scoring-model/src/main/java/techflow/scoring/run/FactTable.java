package techflow.scoring.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts of two things side by side.
 *
 * @param left what stands on the left
 * @param right what stands on the right
 * @param rows every fact that either has, sections together
 */
public record FactTable(String left, String right, List<Row> rows) {
    /** One fact of both; empty on the side that does not have it. */
    public record Row(String section, String name, Optional<String> left, Optional<String> right) {
        public boolean differs() {
            return !left.equals(right);
        }
    }

    public FactTable {
        rows = List.copyOf(rows);
    }

    public static FactTable of(String left, List<Fact> leftFacts, String right, List<Fact> rightFacts) {
        Map<String, Map<String, Fact>> lefts = bySection(leftFacts);
        Map<String, Map<String, Fact>> rights = bySection(rightFacts);
        List<Row> rows = new ArrayList<>();
        for (String section : union(lefts.keySet(), rights.keySet())) {
            Map<String, Fact> one = lefts.getOrDefault(section, Map.of());
            Map<String, Fact> other = rights.getOrDefault(section, Map.of());
            for (String name : union(one.keySet(), other.keySet())) {
                rows.add(new Row(section, name, value(one, name), value(other, name)));
            }
        }
        return new FactTable(left, right, rows);
    }

    /** The same without what is equal. */
    public FactTable differences() {
        return new FactTable(left, right, rows.stream().filter(Row::differs).toList());
    }

    /** A Markdown table a section. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        String section = "";
        for (Row row : rows) {
            if (!row.section().equals(section)) {
                section = row.section();
                text.append(text.isEmpty() ? "" : "\n")
                        .append("### ")
                        .append(section)
                        .append('\n');
                text.append("\n| | ").append(left).append(" | ").append(right).append(" |\n|---|---|---|\n");
            }
            text.append("| ").append(cell(row.name()));
            text.append(" | ").append(cell(row.left().orElse("–")));
            text.append(" | ").append(cell(row.right().orElse("–"))).append(" |\n");
        }
        return text.toString();
    }

    /** The table for programs: {@code {"left":…,"right":…,"rows":[{"section":…,"name":…,"left":…,"right":…,"differs":…}]}}. */
    public String json() {
        JsonMapper mapper = new JsonMapper();
        ObjectNode json = mapper.createObjectNode().put("left", left).put("right", right);
        ArrayNode array = json.putArray("rows");
        for (Row row : rows) {
            ObjectNode one = array.addObject().put("section", row.section()).put("name", row.name());
            row.left().ifPresent(value -> one.put("left", value));
            row.right().ifPresent(value -> one.put("right", value));
            one.put("differs", row.differs());
        }
        return mapper.writeValueAsString(json);
    }

    private static Map<String, Map<String, Fact>> bySection(List<Fact> facts) {
        Map<String, Map<String, Fact>> sections = new LinkedHashMap<>();
        facts.forEach(fact -> sections.computeIfAbsent(fact.section(), section -> new LinkedHashMap<>())
                .put(fact.name(), fact));
        return sections;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Optional<String> value(Map<String, Fact> facts, String name) {
        return Optional.ofNullable(facts.get(name)).map(Fact::value);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }
}
