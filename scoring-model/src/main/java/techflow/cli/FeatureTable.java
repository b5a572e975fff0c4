package techflow.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureFamily;
import techflow.scoring.training.FeatureProfile;
import techflow.scoring.training.FeatureProfile.Distribution;

/** Features as a table, one line each, for a terminal or in Markdown. */
final class FeatureTable {
    private static final String SPARKS = "▁▂▃▄▅▆▇█";

    private final boolean markdown;

    FeatureTable(boolean markdown) {
        this.markdown = markdown;
    }

    /** What every feature is. */
    List<String> definitions(FeatureCatalog catalog) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("feature", "unit", "direction", "name"));
        catalog.definitions()
                .forEach(one -> rows.add(
                        List.of(one.name().value(), one.unit().name(), direction(one.direction()), one.chineseName())));
        return byFamily(catalog, rows);
    }

    /** What every feature is on data; profiles in the order of the catalogue. */
    List<String> profiles(FeatureCatalog catalog, List<FeatureProfile> profiles) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "feature",
                "unit",
                "direction",
                "coverage",
                "missing by reason",
                "IV",
                "min",
                "p5",
                "p50",
                "p95",
                "max",
                "p5 to p95",
                "name"));
        profiles.forEach(one -> rows.add(row(one)));
        return byFamily(catalog, rows);
    }

    private static List<String> row(FeatureProfile one) {
        FeatureDefinition definition = one.definition();
        List<String> row = new ArrayList<>(List.of(
                definition.name().value(),
                definition.unit().name(),
                direction(definition.direction()),
                percent(one.coverage()),
                missing(one),
                one.informationValue().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%.3f",
                                Math.max(0, one.informationValue().getAsDouble()))
                        : "-"));
        row.addAll(one.distribution().map(FeatureTable::sketch).orElse(List.of("-", "-", "-", "-", "-", labels(one))));
        row.add(definition.chineseName());
        return row;
    }

    private static List<String> sketch(Distribution of) {
        return List.of(
                number(of.min()), number(of.p5()), number(of.p50()), number(of.p95()), number(of.max()), spark(of));
    }

    /** The highest cell is full, an empty one is a space. */
    static String spark(Distribution of) {
        int highest = Collections.max(of.histogram());
        return of.histogram().stream()
                .map(count -> count == 0
                        ? " "
                        : String.valueOf(SPARKS.charAt((SPARKS.length() * count - 1) / Math.max(1, highest))))
                .collect(Collectors.joining());
    }

    private static String labels(FeatureProfile one) {
        return one.labels().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .map(entry ->
                        entry.getKey().toLowerCase(Locale.ROOT) + " " + percent((double) entry.getValue() / one.rows()))
                .collect(Collectors.joining(", "));
    }

    private static String missing(FeatureProfile one) {
        return one.missing().entrySet().stream()
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " "
                        + percent((double) entry.getValue() / one.rows()))
                .collect(Collectors.joining(", "));
    }

    private static String direction(Direction direction) {
        return switch (direction) {
            case SAFER_WHEN_HIGHER -> "safer ↑";
            case RISKIER_WHEN_HIGHER -> "riskier ↑";
            case NONE -> "none";
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return size >= 1e5 ? String.format(Locale.ROOT, "%.2e", value) : String.format(Locale.ROOT, "%.4g", value);
    }

    /** The first row is the head; the others follow the order of the definitions. */
    private List<String> byFamily(FeatureCatalog catalog, List<List<String>> rows) {
        int[] widths = widths(rows);
        List<String> lines = new ArrayList<>();
        lines.add(line(rows.getFirst(), widths));
        if (markdown) {
            lines.add(rows.getFirst().stream().map(cell -> "---").collect(Collectors.joining("|", "|", "|")));
        }
        for (FeatureFamily family : FeatureFamily.values()) {
            List<Integer> members = java.util.stream.IntStream.range(
                            0, catalog.definitions().size())
                    .filter(i -> catalog.definitions().get(i).family() == family)
                    .boxed()
                    .toList();
            String title = family.chinese() + " " + family.english() + " (" + members.size() + ")";
            lines.add(
                    markdown
                            ? "| **" + title + "** |"
                                    + " |".repeat(rows.getFirst().size() - 1)
                            : title);
            members.forEach(i -> lines.add(line(rows.get(i + 1), widths)));
        }
        return lines;
    }

    private String line(List<String> cells, int[] widths) {
        if (markdown) {
            return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
        }
        StringBuilder line = new StringBuilder(" ");
        for (int i = 0; i < cells.size(); i++) {
            line.append(' ').append(i == cells.size() - 1 ? cells.get(i) : pad(cells.get(i), widths[i]));
        }
        return line.toString();
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()) + 1);
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }
}
