package techflow.features.store.file;

import java.util.Arrays;

/** The rows of one firm in one file as they stand there, copied line by line so that any thread may split them. */
final class FirmRows {
    private final long firstLine;
    private long nextLine;
    private byte[] text;
    private int length;

    /** @param size bytes that the rows are expected to need; they may need more */
    FirmRows(long firstLine, int size) {
        this.text = new byte[size];
        this.firstLine = firstLine;
        this.nextLine = firstLine;
    }

    /** Adds a row; empty lines before it become empty lines here, so that rows are told by the lines of the file. */
    void append(byte[] buffer, int from, int to, long line, long lineAfter) {
        int gap = (int) (line - nextLine);
        int size = to - from;
        if (length + gap + size + CsvRows.SLACK > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + gap + size + CsvRows.SLACK));
        }
        Arrays.fill(text, length, length + gap, (byte) '\n');
        System.arraycopy(buffer, from, text, length + gap, size);
        length += gap + size;
        nextLine = lineAfter;
    }

    /** Bytes of the rows so far. */
    int length() {
        return length;
    }

    /** Sets the rows to be split next. */
    void into(CsvRows rows) {
        rows.restart(text, length, firstLine);
    }
}
