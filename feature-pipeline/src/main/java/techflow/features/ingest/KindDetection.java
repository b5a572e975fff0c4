package techflow.features.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Which kind of signal a file holds. The columns tell, and the name ({@code patent.csv}, {@code patent-2026-10.csv.gz})
 * must not contradict them; where the columns fit no kind, the name says which kind to measure them against.
 */
final class KindDetection {
    private static final double COLUMNS_OVER_NAME = 4;

    private KindDetection() {}

    /**
     * @param columns the file's header line
     * @throws RecordFault FILE_MALFORMED when name and columns contradict one another or neither is known; it names the
     *     nearest kind
     */
    static SignalKind of(Path file, List<String> columns) {
        Optional<SignalKind> named = byName(fileStem(file));
        List<SignalKind> fitting = Stream.of(SignalKind.values())
                .filter(kind -> fits(kind, columns))
                .toList();
        if (named.isPresent()) {
            if (!fitting.isEmpty() && !fitting.contains(named.get())) {
                throw contradiction(file, named.get(), fitting.getFirst());
            }
            return named.get();
        }
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw fitting.isEmpty() ? unknown(file, columns) : ambiguous(file, fitting);
    }

    /** All that the kind requires and nothing that it does not know. */
    private static boolean fits(SignalKind kind, List<String> columns) {
        SignalFormat format = SignalFormat.of(kind);
        return format.header().containsAll(columns) && columns.containsAll(format.requiredHeader());
    }

    /** The file's name without its endings. */
    static String fileStem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.(csv|csv\\.gz|parquet)$", "");
    }

    /** The kind whose stem the name is, or begins with before a sign that no stem holds; the longest stem wins. */
    private static Optional<SignalKind> byName(String name) {
        return Stream.of(SignalKind.values())
                .filter(kind -> name.equals(kind.fileStem())
                        || (name.startsWith(kind.fileStem())
                                && !Character.isLetter(
                                        name.charAt(kind.fileStem().length()))
                                && !name.matches(kind.fileStem() + "_[a-z].*")))
                .max(Comparator.comparingInt(kind -> kind.fileStem().length()));
    }

    private static RecordFault contradiction(Path file, SignalKind named, SignalKind fitting) {
        return Refusal.of(
                file,
                "name and columns must mean the same kind",
                "the name says " + named + ", the columns say " + fitting,
                "rename the file to " + fitting.fileStem() + ".csv, or give --kind");
    }

    private static RecordFault ambiguous(Path file, List<SignalKind> fitting) {
        return Refusal.of(
                file,
                "the columns must fit one kind",
                "they fit " + fitting,
                "rename the file to that of its kind, such as "
                        + fitting.getFirst().fileStem() + ".csv, or give --kind");
    }

    private static RecordFault unknown(Path file, List<String> columns) {
        SignalKind nearest = Stream.of(SignalKind.values())
                .max(Comparator.comparingDouble(kind -> likeness(kind, file, columns)))
                .orElseThrow();
        List<String> wanted = SignalFormat.of(nearest).header();
        List<Violation> violations = new ArrayList<>();
        violations.add(new Violation(
                String.valueOf(file.getFileName()),
                "name or columns must be those of a kind of signal",
                String.join(",", columns),
                "nearest is " + nearest + " (" + nearest.chineseName() + ", " + nearest.fileStem()
                        + ".csv); see ./techflow dictionary, or give --kind"));
        SignalFormat.of(nearest).requiredHeader().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> violations.add(
                        new Violation(column, "a column of " + nearest, "", "add the column to the header line")));
        columns.stream()
                .filter(column -> !wanted.contains(column))
                .forEach(column -> violations.add(
                        new Violation(column, "not a column of " + nearest, column, "correct its name or remove it")));
        return Refusal.of(file, violations);
    }

    /** Common columns of both, and a little for a name that is nearly the kind's. */
    private static double likeness(SignalKind kind, Path file, List<String> columns) {
        Set<String> all = new HashSet<>(columns);
        Set<String> common = new HashSet<>(SignalFormat.of(kind).header());
        all.addAll(common);
        common.retainAll(columns);
        String name = fileStem(file);
        double letters = Math.max(name.length(), kind.fileStem().length());
        return COLUMNS_OVER_NAME * common.size() / all.size() + 1 - edits(name, kind.fileStem()) / letters;
    }

    /** Levenshtein's distance. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
