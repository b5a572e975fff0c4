package techflow.features.store.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import techflow.features.signal.TextCell;

/**
 * The cell of one column, which moves with the rows of a file. Its {@link #toString} stays, and remembers what it made
 * lately, because most texts of a column come again and again. Not thread-safe.
 */
final class CellBytes extends TextCell {
    private static final int REMEMBERED = 64; // a power of two

    private byte[] bytes = {};
    private int from;
    private int to;

    /** True when the bytes are no more than a stand-in for {@link #said}. */
    private boolean standIn;

    private String said = "";
    private String last = "";
    private byte[] lastBytes = {};
    private int lastLength;
    private String[] made = {};

    /** Moves to a stretch of ASCII bytes, which must stay as they are until the next move. */
    void at(byte[] buffer, int begin, int end) {
        if (bytes != buffer) {
            bytes = buffer;
        }
        from = begin;
        to = end;
        standIn = false;
    }

    /** Moves to a text that is not as it stands in the file's bytes, or not ASCII. */
    void say(String text) {
        bytes = stretchOf(text);
        from = 0;
        to = bytes.length;
        standIn = true;
        said = text;
    }

    @Override
    protected byte[] bytes() {
        return bytes;
    }

    @Override
    protected int from() {
        return from;
    }

    @Override
    protected int to() {
        return to;
    }

    @Override
    public String toString() {
        if (standIn) {
            return said;
        }
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
            hash = 31 * hash + bytes[i];
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
            same = text.charAt(i) == bytes[from + i];
        }
        return same;
    }
}
