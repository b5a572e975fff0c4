package techflow.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.access.AccessKey;
import techflow.scoring.access.Role;

/**
 * The key of a first start. When no administrator's key is in force, one is made and printed once. Beside the embedded
 * default it also lies in a file that its owner alone can read, for the examples of the guide; who has noted the key may
 * delete the file. With a server of the user's own there is no file.
 */
final class FirstKey {
    private static final String TENANT = "default";
    private static final Duration FIRST_QUESTION = Duration.ofMinutes(10);

    private final ApiKeyTable table;
    private final Optional<Path> file;

    /** @param file where to keep it, empty to keep it nowhere */
    FirstKey(DatabaseUrl database, Optional<Path> file) {
        this.table = new ApiKeyTable(database);
        this.file = file;
    }

    /** The new administrator's key, to be printed once; empty when there is one already. */
    Optional<String> makeWhenNone() {
        if (table.hasAdministrator()) {
            return Optional.empty();
        }
        AccessKey key = AccessKey.random(new SecureRandom());
        table.create(
                key,
                new ApiKeyTable.Grant(TENANT, EnumSet.of(Role.ADMIN), "first start", Optional.empty()),
                "techflow up");
        file.ifPresent(path -> keep(path, key));
        return Optional.of(key.secret());
    }

    /** A key for the first question that {@code up} asks: it ends by itself soon, so that the administrator's need not be kept. */
    String forFirstQuestion() {
        AccessKey key = AccessKey.random(new SecureRandom());
        var end = Optional.of(Instant.now().plus(FIRST_QUESTION));
        table.create(
                key, new ApiKeyTable.Grant(TENANT, EnumSet.of(Role.OFFICER), "first question", end), "techflow up");
        return key.secret();
    }

    /** Tells people where the key is. @param made by this start */
    void print(PrintStream out, Optional<String> made) {
        made.ifPresent(key -> out.println("\nAccess key of the administrator, shown this once: " + key));
        String where = file.filter(Files::exists)
                .map(path -> "in " + path + ", which you may delete once you have noted it")
                .orElse(
                        "the one shown at the first start; lost it? ./techflow api-keys create --role ADMIN --label NAME");
        out.println("Access key: " + where);
    }

    private static void keep(Path path, AccessKey key) {
        try {
            Files.deleteIfExists(path); // of a database that is gone
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(path, key.secret() + "\n");
        } catch (IOException e) {
            throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "The access key cannot be kept in " + path, e);
        }
    }
}
