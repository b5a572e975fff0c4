package techflow.datasets.dictionary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown. */
final class MarkdownTable {
    private final List<List<String>> lines = new ArrayList<>();

    MarkdownTable(String... header) {
        lines.add(List.of(header));
        lines.add(Collections.nCopies(header.length, "---"));
    }

    void row(String... cells) {
        if (cells.length != lines.get(0).size()) {
            throw new IllegalArgumentException(
                    "a row must have " + lines.get(0).size() + " cells, found " + cells.length);
        }
        lines.add(List.of(cells));
    }

    /** The lines, each with a line end. A bar within a cell is escaped, a line end becomes a blank. */
    String text() {
        return lines.stream()
                .map(cells -> cells.stream()
                        .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }
}
