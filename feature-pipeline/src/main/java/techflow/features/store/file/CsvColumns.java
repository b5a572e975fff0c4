package techflow.features.store.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.signal.TextCell;
import techflow.problem.Violation;

/**
 * Where a file's columns stand, and the way back to the order of {@link SignalFormat#header()}. A file may leave out an
 * optional column: its cells are empty then, so that a sender need not change when a kind learns a new one.
 */
final class CsvColumns {
    private static final int LEFT_OUT = -1;

    private final int[] positions;
    private final int inFile;
    private final boolean alreadyInOrder;

    private CsvColumns(int[] positions, int inFile) {
        this.positions = positions;
        this.inFile = inFile;
        boolean inOrder = true;
        for (int i = 0; i < positions.length; i++) {
            inOrder &= positions[i] == i;
        }
        this.alreadyInOrder = inOrder;
    }

    /** @throws techflow.problem.RecordFault FILE_MALFORMED naming every required column that is missing, unknown or doubled */
    static CsvColumns of(Path file, SignalKind kind, List<String> found) {
        List<String> wanted = SignalFormat.of(kind).header();
        List<Violation> violations = new ArrayList<>();
        for (String column : SignalFormat.of(kind).requiredHeader()) {
            if (!found.contains(column)) {
                violations.add(new Violation(
                        column, "the column must stand in the header line", String.join(",", found), "add the column"));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String column : found) {
            if (!wanted.contains(column)) {
                violations.add(new Violation(
                        column,
                        "only these columns are known: " + String.join(",", wanted),
                        column,
                        "correct its name or remove the column"));
            } else if (!seen.add(column)) {
                violations.add(new Violation(column, "a column must stand once", "twice", "remove one of the two"));
            }
        }
        if (!violations.isEmpty()) {
            throw SignalFiles.malformed(file, violations);
        }
        return new CsvColumns(wanted.stream().mapToInt(found::indexOf).toArray(), found.size());
    }

    /** Number of columns in the file. */
    int size() {
        return inFile;
    }

    /** Where the required column of that number in the kind's own order stands in the file. */
    int position(int column) {
        return positions[column];
    }

    /** The row's cells in the order of the kind's own header. */
    TextCell[] inOrder(TextCell[] cells) {
        if (alreadyInOrder) {
            return cells;
        }
        TextCell[] ordered = new TextCell[positions.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = positions[i] == LEFT_OUT ? TextCell.of("") : cells[positions[i]];
        }
        return ordered;
    }
}
