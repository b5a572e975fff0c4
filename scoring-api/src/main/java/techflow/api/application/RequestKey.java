package techflow.api.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The key under which a request is answered once, however often it is sent.
 *
 * @param scope within which the key means something: a caller, or a job
 * @param key chosen by who sends the request
 * @param fingerprint SHA-256 of what was asked, 64 hexadecimal digits; the same key with another one is a mistake
 */
public record RequestKey(String scope, String key, String fingerprint) {
    /** A key that a caller chose. */
    public static RequestKey ofClient(String client, String key, String fingerprint) {
        return new RequestKey("client:" + client, key, fingerprint);
    }

    /** The key of a job's rows. */
    public static RequestKey ofJob(String jobId) {
        return new RequestKey("job:" + jobId, "row", "");
    }

    /** The key of one row of what was sent under this key. */
    public RequestKey row(int index, String rowFingerprint) {
        return new RequestKey(scope, key + "#" + index, rowFingerprint);
    }

    /** The fingerprint of a request. */
    public static String fingerprint(String method, String path, byte[] body) {
        MessageDigest digest = digest(method, path);
        digest.update(body);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest that a body, in pieces, completes to the fingerprint of a request. */
    public static MessageDigest digest(String method, String path) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + ' ' + path + '\n').getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
