package techflow.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** Access keys. The database holds only the SHA-256; the first key of the embedded default is kept in a private file. */
final class ApiKey {
    private static final int BYTES = 32;

    private ApiKey() {}

    /** The key in the file, made and registered when the file is missing or the database does not know it. */
    static String ensure(Path file, DatabaseUrl database, String label) {
        try (Connection connection = database.connect()) {
            String key = Files.exists(file) ? Files.readString(file).strip() : create(file);
            register(connection, key, label);
            return key;
        } catch (IOException | SQLException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "The access key could not be made: " + e.getMessage(), e);
        }
    }

    private static String create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String key = "tf_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key + "\n");
        return key;
    }

    private static void register(Connection connection, String key, String label) throws SQLException {
        String sha256 = sha256(key);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into api_key (key_id, tenant_id, roles, sha256, label, created_at)"
                        + " values (?, 'default', '{ADMIN}', ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, "key-" + sha256.substring(0, 12));
            insert.setString(2, sha256);
            insert.setString(3, label);
            insert.setObject(4, Instant.now().atOffset(java.time.ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
