package techflow.features.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * The unified social credit code (统一社会信用代码) of an enterprise: 18 characters, checked.
 *
 * <p>Digits and capitals without I, O, Z, S, V. Position 18 is a check character over the first 17 with weights
 * 3<sup>i−1</sup> mod 31: {@code C18 = (31 − Σ value·weight mod 31) mod 31}. Source: GB 32100-2015. The check character
 * of the organisation code inside (positions 9–17, GB 11714) is a warning only, because some real codes break it.
 *
 * <p>Codes whose division (positions 3–8) begins with {@code 00} are placeholders: GB/T 2260 assigns no such
 * division, so a synthetic or masked firm can never be mistaken for a real one.
 */
public record EnterpriseId(String code) implements Comparable<EnterpriseId> {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int LENGTH = 18;
    private static final byte[] POSITIONS = positions();

    /** Throws {@link RecordFault} REQUEST_INVALID when the code breaks a rule; {@link #violations} lists them first. */
    public EnterpriseId {
        if (!isValid(code)) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The unified social credit code is not valid",
                    violations("uscc", code));
        }
    }

    private static byte[] positions() {
        byte[] positions = new byte[128];
        Arrays.fill(positions, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            positions[ALPHABET.charAt(i)] = (byte) i;
        }
        return positions;
    }

    /** True exactly when {@link #violations} lists none. */
    static boolean isValid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            char letter = text.charAt(i);
            int position = letter < POSITIONS.length ? POSITIONS[letter] : -1;
            if (position < 0) {
                return false;
            }
            sum += i < WEIGHTS.length ? position * WEIGHTS[i] : position;
        }
        return sum % 31 == 0; // the check character completes the sum of the others to a multiple of 31
    }

    /** Every rule that the text breaks as a code; empty when it is one. */
    public static List<Violation> violations(String field, String text) {
        List<Violation> violations = new ArrayList<>();
        if (text.length() != LENGTH) {
            violations.add(new Violation(
                    field,
                    "a unified social credit code has 18 characters (GB 32100-2015)",
                    text,
                    "send the whole 18-character code; this one has " + text.length()));
            return violations;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                violations.add(new Violation(
                        field,
                        "only digits and capitals without I, O, Z, S, V are allowed (GB 32100-2015)",
                        text,
                        "correct character '" + text.charAt(i) + "' at position " + (i + 1)));
            }
        }
        if (violations.isEmpty() && checkCharacter(text) != text.charAt(LENGTH - 1)) {
            violations.add(new Violation(
                    field,
                    "character 18 must be the check character of the first 17 (GB 32100-2015)",
                    text,
                    "compare the code with the business licence: for these 17 characters the check character is "
                            + checkCharacter(text)));
        }
        return violations;
    }

    /** The check character for the first 17 characters of the text, all of them in the alphabet. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** Completes an 8-character body to a placeholder code that no real firm can bear. Alphabet as above. */
    public static EnterpriseId placeholder(String body8) {
        String first17 = "91000000" + body8 + innerCheckCharacter(body8);
        return new EnterpriseId(first17 + checkCharacter(first17));
    }

    /** True for a synthetic or masked firm: the division part is one that GB/T 2260 never assigns. */
    public boolean isPlaceholder() {
        return code.startsWith("00", 2);
    }

    /** True when the inner organisation code (GB 11714) carries its own check character; a failure is a warning. */
    public boolean innerCheckHolds() {
        return innerCheckCharacter(code.substring(8, 16)) == code.charAt(16);
    }

    /** The code for logs: division kept, body hidden. */
    public String masked() {
        return code.substring(0, 8) + "******" + code.substring(14);
    }

    private static char innerCheckCharacter(String body8) {
        int sum = 0;
        for (int i = 0; i < INNER_WEIGHTS.length; i++) {
            sum += Character.digit(body8.charAt(i), 36) * INNER_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : Character.forDigit(check % 11, 10);
    }

    /** The same as a record's own, but quick for the same object: rows of one firm share it. */
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof EnterpriseId id && code.equals(id.code));
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public int compareTo(EnterpriseId other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
