package techflow.datasets.invoice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import techflow.features.signal.EnterpriseId;

/** The 18-character code under which a ledger's enterprise goes. */
final class PlaceholderCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern LETTER_AND_NUMBER = Pattern.compile("[A-HJ-NP-RTUWXY][0-9]{1,7}");
    private static final int BODY = 8;

    private PlaceholderCodes() {}

    /**
     * A valid 18-character code stays. A letter and a number, such as {@code E17}, become the placeholder with the body
     * {@code E0000017}; anything else the placeholder with a body made from its SHA-256.
     */
    static EnterpriseId of(String code) {
        if (EnterpriseId.violations("code", code).isEmpty()) {
            return new EnterpriseId(code);
        }
        return EnterpriseId.placeholder(LETTER_AND_NUMBER.matcher(code).matches() ? padded(code) : hashed(code));
    }

    private static String padded(String code) {
        return code.charAt(0) + "0".repeat(BODY - code.length()) + code.substring(1);
    }

    private static String hashed(String code) {
        StringBuilder body = new StringBuilder();
        for (byte one : sha256(code)) {
            if (body.length() < BODY) {
                body.append(ALPHABET.charAt((one & 0xff) % ALPHABET.length()));
            }
        }
        return body.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
