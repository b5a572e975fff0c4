package techflow.features.store.postgres;

import techflow.features.signal.SignalKind;

/**
 * A file to load, as the ledger knows it.
 *
 * @param name its name, without a folder
 * @param kind what its rows are
 * @param sha256 of its bytes, 64 hexadecimal digits; the same bytes are the same file, whatever the name
 * @param bytes its length
 */
public record LoadFile(String name, SignalKind kind, String sha256, long bytes) {
    private static final int KEY_DIGITS = 16;

    /** What a load of this file locks in the database while it runs: the first 64 bits of the hash. */
    long lockKey() {
        return Long.parseUnsignedLong(sha256.substring(0, KEY_DIGITS), 16);
    }
}
