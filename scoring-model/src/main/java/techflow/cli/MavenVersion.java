package techflow.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as Maven orders it, as far as releases need it: numbers by value, qualifiers by their known order, trailing zeros
 * without meaning. After Maven's "Version Order Specification".
 *
 * @param parts numbers as such, qualifiers by rank and text
 */
record MavenVersion(List<Part> parts) implements Comparable<MavenVersion> {
    private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+");
    private static final List<String> QUALIFIERS = List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");
    private static final Part RELEASE = new Part(BigInteger.ZERO, QUALIFIERS.indexOf(""), "");

    MavenVersion {
        parts = List.copyOf(parts);
    }

    /** A number has the rank above every qualifier but 0, which is the same as nothing. */
    private record Part(BigInteger number, int rank, String text) implements Comparable<Part> {
        static Part of(String text) {
            if (Character.isDigit(text.charAt(0))) {
                BigInteger number = new BigInteger(text);
                return number.signum() == 0 ? RELEASE : new Part(number, QUALIFIERS.size() + 1, "");
            }
            String word = alias(text.toLowerCase(Locale.ROOT));
            int known = QUALIFIERS.indexOf(word);
            return new Part(BigInteger.ZERO, known < 0 ? QUALIFIERS.size() : known, known < 0 ? word : "");
        }

        private static String alias(String word) {
            return switch (word) {
                case "a" -> "alpha";
                case "b" -> "beta";
                case "m" -> "milestone";
                case "cr" -> "rc";
                case "ga", "final", "release" -> "";
                default -> word;
            };
        }

        @Override
        public int compareTo(Part other) {
            int byRank = Integer.compare(rank, other.rank);
            int byNumber = byRank != 0 ? byRank : number.compareTo(other.number);
            return byNumber != 0 ? byNumber : text.compareTo(other.text);
        }
    }

    static MavenVersion of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            parts.add(Part.of(part.group()));
        }
        return new MavenVersion(parts);
    }

    @Override
    public int compareTo(MavenVersion other) {
        int longest = Math.max(parts.size(), other.parts.size());
        for (int i = 0; i < longest; i++) {
            int order = at(i).compareTo(other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Part at(int place) {
        return place < parts.size() ? parts.get(place) : RELEASE;
    }
}
