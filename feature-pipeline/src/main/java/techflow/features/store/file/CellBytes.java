package techflow.features.store.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import techflow.features.signal.AsciiCell;

/**
 * A cell as a stretch of a file's bytes, all of them ASCII. It changes with the next row; {@link #toString} stays,
 * and remembers what it made lately, because most texts of a column come again and again. Not thread-safe.
 */
final class CellBytes implements AsciiCell {
    private static final int REMEMBERED = 64; // a power of two

    private byte[] bytes = {};
    private int from;
    private int to;

    private String last = "";
    private byte[] lastBytes = {};
    private int lastLength;
    private String[] made = {};

    /** Goes over to other bytes. */
    CellBytes at(byte[] buffer, int begin, int end) {
        if (bytes != buffer) {
            bytes = buffer;
        }
        from = begin;
        to = end;
        return this;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public int to() {
        return to;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public boolean isEmpty() {
        return to == from;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[from + index] & 0xff);
    }

    @Override
    public String toString() {
        if (!Arrays.equals(bytes, from, to, lastBytes, 0, lastLength)) {
            last = lately();
            keep();
        }
        return last;
    }

    private void keep() {
        lastLength = to - from;
        if (lastLength > lastBytes.length) {
            lastBytes = new byte[2 * lastLength];
        }
        System.arraycopy(bytes, from, lastBytes, 0, lastLength);
    }

    private String lately() {
        if (made.length == 0) {
            made = new String[REMEMBERED];
            Arrays.fill(made, "");
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + (bytes[i] & 0xff);
        }
        int slot = (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
        String known = made[slot];
        if (known.hashCode() != hash || !says(known)) {
            known = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            made[slot] = known;
        }
        return known;
    }

    private boolean says(String text) {
        boolean same = text.length() == to - from;
        for (int i = 0; same && i < text.length(); i++) {
            same = text.charAt(i) == (bytes[from + i] & 0xff);
        }
        return same;
    }
}
