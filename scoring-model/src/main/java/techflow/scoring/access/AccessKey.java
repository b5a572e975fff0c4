package techflow.scoring.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A fresh access key, in the only moment in which it can be read.
 *
 * @param id names the key in lists and logs; no secret
 * @param secret what the caller sends
 * @param sha256 of the secret in UTF-8, 64 hexadecimal digits: what is stored
 */
public record AccessKey(String id, String secret, String sha256) {
    /** What every key begins with, so that scanners of leaked secrets find it. */
    public static final String PREFIX = "tf_";

    private static final int BYTES = 32;
    private static final int DIGITS_OF_ID = 12;

    /** A new key. @param random of cryptographic strength */
    public static AccessKey random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String sha256 = sha256(secret);
        return new AccessKey("key-" + sha256.substring(0, DIGITS_OF_ID), secret, sha256);
    }

    /** The hash under which a presented key is looked up. */
    public static String sha256(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Without the secret: a record that is logged by accident gives nothing away. */
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
