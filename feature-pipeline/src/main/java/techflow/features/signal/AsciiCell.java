package techflow.features.signal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A cell as a stretch of bytes, each of them a character: {@link CellText} reads values from it without making a text first.
 * A reader of files may let it change with the next row, if its {@link #toString} stays.
 */
public interface AsciiCell extends CharSequence {
    /** Holds the cell, and maybe others; not to be changed. */
    byte[] bytes();

    /** Where the cell begins. */
    int from();

    /** Where it has ended. */
    int to();

    @Override
    default int length() {
        return to() - from();
    }

    @Override
    default boolean isEmpty() {
        return to() == from();
    }

    @Override
    default char charAt(int index) {
        return (char) (bytes()[from() + index] & 0xff);
    }

    @Override
    default CharSequence subSequence(int begin, int end) {
        return toString().substring(begin, end);
    }

    /** True when it holds exactly these bytes. */
    default boolean holds(byte[] text) {
        return text.length == to() - from() && Arrays.equals(bytes(), from(), to(), text, 0, text.length);
    }

    /** A cell for a text: every character beyond Latin-1 becomes a question mark, which no number and no date holds. */
    static AsciiCell of(CharSequence text) {
        if (text instanceof AsciiCell cell) {
            return cell;
        }
        byte[] latin = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        return new OfText(latin, latin.length);
    }

    /**
     * A text's own bytes.
     *
     * @param bytes the text in Latin-1
     * @param to its length
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OfText(byte[] bytes, int to) implements AsciiCell {
        @Override
        public int from() {
            return 0;
        }

        @Override
        public String toString() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
