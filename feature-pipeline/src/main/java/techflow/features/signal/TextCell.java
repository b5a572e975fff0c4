package techflow.features.signal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A cell of a row as a stretch of bytes, from which {@link CellText} reads values without making a text first. A reader of
 * files may let it change with the next row, if its {@link #toString} stays.
 */
public abstract class TextCell {
    /** Holds the cell, and maybe others: ASCII, or what {@link #stretchOf} makes; not to be changed. */
    protected abstract byte[] bytes();

    /** Where the cell begins. */
    protected abstract int from();

    /** Where it has ended. */
    protected abstract int to();

    /** The cell as a text. */
    @Override
    public abstract String toString();

    /** True for a cell without a single character. */
    public final boolean isEmpty() {
        return to() == from();
    }

    /** True when it holds exactly these ASCII bytes. */
    final boolean holds(byte[] text) {
        return text.length == to() - from() && Arrays.equals(bytes(), from(), to(), text, 0, text.length);
    }

    /** A cell that holds a text. */
    public static TextCell of(CharSequence text) {
        return new OfText(text.toString());
    }

    /** A byte for each character of a text; for one beyond Latin-1 a question mark, which no number and no date holds. */
    protected static byte[] stretchOf(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final class OfText extends TextCell {
        private final String text;
        private final byte[] bytes;

        private OfText(String text) {
            this.text = text;
            this.bytes = stretchOf(text);
        }

        @Override
        protected byte[] bytes() {
            return bytes;
        }

        @Override
        protected int from() {
            return 0;
        }

        @Override
        protected int to() {
            return bytes.length;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
