package techflow.scoring.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/**
 * A pair of keys as two PEM files.
 *
 * @param privateKey PKCS #8, readable by its owner only
 * @param publicKey X.509, for everybody
 * @param keyId SHA-256 of the public key
 */
public record KeyFiles(Path privateKey, Path publicKey, String keyId) {
    /**
     * Makes a pair in a folder: {@code techflow.private.pem} and {@code techflow.public.pem}.
     *
     * @throws RecordFault REQUEST_INVALID when one of the files is there: a key is never overwritten
     * @throws PlatformFault STORE_UNAVAILABLE when they cannot be written
     */
    public static KeyFiles create(Path folder) {
        KeyPair pair = Ed25519.newPair();
        KeyFiles files = new KeyFiles(
                folder.resolve("techflow.private.pem"),
                folder.resolve("techflow.public.pem"),
                Ed25519.id(pair.getPublic()));
        try {
            Files.createDirectories(folder);
            write(
                    files.privateKey,
                    Ed25519.pem(Ed25519.PRIVATE, pair.getPrivate().getEncoded()),
                    "rw-------");
            write(files.publicKey, Ed25519.pem(Ed25519.PUBLIC, pair.getPublic().getEncoded()), "rw-r--r--");
            return files;
        } catch (FileAlreadyExistsException e) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "A key is never overwritten: " + e.getMessage() + " is there already; name another folder",
                    Parameter.safe("file", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "The keys cannot be written into " + folder + ": " + e, e);
        }
    }

    /** The text of a file that should hold a key. */
    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new RecordFault(
                    ProblemCode.FILE_MALFORMED,
                    "The key " + file + " cannot be read: " + e.getClass().getSimpleName(),
                    Parameter.safe("file", file));
        }
    }

    static RecordFault noKey(Path file, String kind, GeneralSecurityException cause) {
        return new RecordFault(
                ProblemCode.FILE_MALFORMED,
                file + " must hold an Ed25519 " + kind + " key in PEM: " + cause.getMessage()
                        + "; make a pair with ./techflow keys new --out DIR",
                Parameter.safe("file", file));
    }

    /** The mode is set when the file is made, so that it is never open to others, not even for a moment. */
    private static void write(Path file, String pem, String mode) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
        Files.writeString(file, pem, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    }
}
