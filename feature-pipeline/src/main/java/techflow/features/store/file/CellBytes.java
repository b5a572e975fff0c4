package techflow.features.store.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A cell as a stretch of a file's bytes, all of them ASCII. It changes with the next row; {@link #toString} stays, and
 * remembers what it made lately, because most texts of a column come again and again.
 */
final class CellBytes implements CharSequence {
    private static final int REMEMBERED = 64; // a power of two

    private byte[] bytes = {};
    private int from;
    private int to;
    private final String[] made = new String[REMEMBERED];

    CellBytes() {
        Arrays.fill(made, "");
    }

    CellBytes at(byte[] buffer, int begin, int end) {
        bytes = buffer;
        from = begin;
        to = end;
        return this;
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
        return (char) bytes[from + index];
    }

    @Override
    public CharSequence subSequence(int begin, int end) {
        return toString().substring(begin, end);
    }

    @Override
    public String toString() {
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
