package techflow.features.peer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import techflow.features.definition.FeatureName;
import techflow.features.snapshot.AsOf;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;

/**
 * The canonical text of a table: a head, then groups in order, each with its features in order. A knot is written
 * {@code between:equal:value}: how many values lie between the knot before and this one, how many equal it, and the
 * value in the shortest form that reads back as the same number.
 *
 * <pre>
 * techflow peer table 1
 * asOf 2026-10-31T16:00:00Z
 * featureSet fs-2 1f…
 * smallestGroup 30
 * firms 2961
 * group C39/GROWTH/44
 * rd_intensity 0:1:0.01 0:2:0.04 …
 * </pre>
 */
final class PeerTableText {
    private static final String TITLE = "techflow peer table 1";
    private static final String GROUP = "group ";

    private PeerTableText() {}

    static void write(PeerTable table, Consumer<String> line) {
        PeerTableHead head = table.head();
        line.accept(TITLE);
        line.accept("asOf " + head.asOf());
        line.accept("featureSet " + head.featureSet() + " " + head.fingerprint());
        line.accept("smallestGroup " + head.smallestGroup());
        line.accept("firms " + head.firms());
        table.distributions().forEach((group, features) -> {
            line.accept(GROUP + group);
            features.forEach((feature, distribution) -> line.accept(feature + knots(distribution)));
        });
    }

    private static String knots(Distribution distribution) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < distribution.knots(); i++) {
            text.append(' ').append(distribution.between(i));
            text.append(':').append(distribution.equal(i));
            text.append(':').append(distribution.value(i));
        }
        return text.toString();
    }

    static PeerTable read(String text) {
        try {
            Deque<String> lines = new ArrayDeque<>(Arrays.asList(text.split("\n")));
            PeerTable table = new PeerTable(head(lines), groups(lines));
            if (!table.text().equals(text)) {
                throw new IllegalArgumentException("it is not in canonical form");
            }
            return table;
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
            throw new ModelFault(
                    ProblemCode.ARTIFACT_CORRUPT,
                    "The text must be a peer table: " + e.getMessage(),
                    e,
                    Parameter.safe("length", text.length()));
        }
    }

    private static PeerTableHead head(Deque<String> lines) {
        if (!lines.remove().equals(TITLE)) {
            throw new IllegalArgumentException("it must begin with \"" + TITLE + "\"");
        }
        AsOf asOf = new AsOf(Instant.parse(words(lines, "asOf", 1)[0]));
        String[] featureSet = words(lines, "featureSet", 2);
        int smallestGroup = Integer.parseInt(words(lines, "smallestGroup", 1)[0]);
        int firms = Integer.parseInt(words(lines, "firms", 1)[0]);
        return new PeerTableHead(asOf, featureSet[0], featureSet[1], smallestGroup, firms);
    }

    private static String[] words(Deque<String> lines, String key, int count) {
        String line = lines.remove();
        String[] words = line.split(" ", -1);
        if (!words[0].equals(key) || words.length != count + 1) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" must be followed by " + count + " words, found " + line);
        }
        return Arrays.copyOfRange(words, 1, words.length);
    }

    private static Map<PeerGroup, Map<FeatureName, Distribution>> groups(Deque<String> lines) {
        Map<PeerGroup, Map<FeatureName, Distribution>> groups = new HashMap<>();
        while (!lines.isEmpty()) {
            String line = lines.remove();
            if (!line.startsWith(GROUP)) {
                throw new IllegalArgumentException("a group must begin with \"" + GROUP + "\", found " + start(line));
            }
            groups.put(PeerGroup.parse(line.substring(GROUP.length())), features(lines));
        }
        return groups;
    }

    private static Map<FeatureName, Distribution> features(Deque<String> lines) {
        Map<FeatureName, Distribution> features = new HashMap<>();
        while (!lines.isEmpty() && !lines.getFirst().startsWith(GROUP)) {
            String[] words = lines.remove().split(" ", -1);
            features.put(new FeatureName(words[0]), distribution(Arrays.copyOfRange(words, 1, words.length)));
        }
        return features;
    }

    private static Distribution distribution(String[] knots) {
        double[] values = new double[knots.length];
        int[] below = new int[knots.length];
        int[] upTo = new int[knots.length];
        int seen = 0;
        for (int i = 0; i < knots.length; i++) {
            String[] parts = knots[i].split(":", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("a knot must be between:equal:value, found " + start(knots[i]));
            }
            below[i] = Math.addExact(seen, Integer.parseInt(parts[0]));
            seen = Math.addExact(below[i], Integer.parseInt(parts[1]));
            upTo[i] = seen;
            values[i] = Double.parseDouble(parts[2]);
        }
        return new Distribution(values, below, upTo);
    }

    private static String start(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }
}
