package techflow.features.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import techflow.features.signal.SignalKind;
import techflow.features.store.postgres.LoadFile;

/**
 * One look at the bytes of a file before a row of it is read.
 *
 * @param sha256 of the bytes on disk
 * @param bytes on disk
 * @param lines line feeds in the text, 0 of a file that is no text
 */
record Inspection(String sha256, long bytes, long lines) {
    private static final int BUFFER = 1 << 16;

    /** @throws techflow.problem.RecordFault FILE_MALFORMED when the text is not UTF-8 or the compression is broken */
    static Inspection of(Path file) {
        MessageDigest digest = newDigest();
        try (InputStream disk = new DigestInputStream(Files.newInputStream(file), digest)) {
            long lines = read(file, disk);
            disk.transferTo(OutputStream.nullOutputStream());
            return new Inspection(HexFormat.of().formatHex(digest.digest()), Files.size(file), lines);
        } catch (ZipException | EOFException e) {
            throw Refusal.of(
                    file,
                    "must be a whole gzip file",
                    String.valueOf(e.getMessage()),
                    "send it again, or unpack it and send the CSV");
        } catch (IOException e) {
            throw Refusal.unreadable(file, e);
        }
    }

    /** Of a file that is no text: hash and size alone. */
    static Inspection ofBinary(Path file) {
        MessageDigest digest = newDigest();
        try (InputStream disk = new DigestInputStream(Files.newInputStream(file), digest)) {
            disk.transferTo(OutputStream.nullOutputStream());
            return new Inspection(HexFormat.of().formatHex(digest.digest()), Files.size(file), 0);
        } catch (IOException e) {
            throw Refusal.unreadable(file, e);
        }
    }

    /** What the ledger says of the file. */
    LoadFile file(Path path, SignalKind kind) {
        return new LoadFile(String.valueOf(path.getFileName()), kind, sha256, bytes);
    }

    private static long read(Path file, InputStream disk) throws IOException {
        InputStream text = file.toString().endsWith(".gz")
                ? new GZIPInputStream(disk, BUFFER)
                : new BufferedInputStream(disk, BUFFER);
        Utf8Check check = new Utf8Check(file);
        byte[] buffer = new byte[BUFFER];
        for (int read = text.readNBytes(buffer, 0, BUFFER); read > 0; read = text.readNBytes(buffer, 0, BUFFER)) {
            check.take(buffer, read);
        }
        return check.end();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
