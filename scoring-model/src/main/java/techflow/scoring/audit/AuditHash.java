package techflow.scoring.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import techflow.scoring.audit.AuditLink.Chain;

/** The hashes of the log, in lower-case hexadecimal. */
public final class AuditHash {
    private AuditHash() {}

    /** What stands before the first link; names the chain, so that whole chains cannot be exchanged. */
    public static String genesis(Chain chain) {
        return of("techflow audit " + chain);
    }

    /** The hash of a link. */
    public static String link(String previousHash, String event) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(previousHash));
        return hex(digest.digest(event.getBytes(StandardCharsets.UTF_8)));
    }

    /** SHA-256 of a text's UTF-8 bytes. */
    public static String of(String text) {
        return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
