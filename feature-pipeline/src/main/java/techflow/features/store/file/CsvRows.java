package techflow.features.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of CSV in UTF-8 (RFC 4180), split byte by byte: a cell that is ASCII is not copied. Lines end with LF, CR LF
 * or CR; empty lines are skipped; a quote within a cell that does not begin with one is a character like any other. Not
 * thread-safe.
 */
final class CsvRows {
    /** Thrown for text that is no CSV; the message says what is wrong and on which line. */
    static final class BrokenCsv extends IOException {
        private static final long serialVersionUID = 1;

        BrokenCsv(String message) {
            super(message);
        }
    }

    private static final int FIRST_SIZE = 1 << 17;
    private static final int LONGEST_ROW = 1 << 24;
    private static final int INCOMPLETE = -1;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long AFTER_QUOTE = 0x0101010101010101L * ('"' + 1);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final InputStream source;

    /** Holds bytes up to {@code limit}, and a line end there, at which every search stops. */
    private byte[] buffer;

    private int begin;
    private int position;
    private int limit;
    private boolean ended;

    private long line;
    private long nextLine;
    private CharSequence[] cells = {};
    private CellBytes[] places = {};
    private int count;
    private CharSequence key = "";
    private final CellBytes keyPlace = new CellBytes();

    CsvRows(InputStream source) {
        this.source = source;
        this.buffer = new byte[FIRST_SIZE];
        this.nextLine = 1;
        this.buffer[0] = '\n';
    }

    /** Goes over to rows that stand in memory; the array must have a byte more than the text is long. */
    void restart(byte[] text, int length, long firstLine) {
        buffer = text;
        buffer[length] = '\n';
        position = 0;
        limit = length;
        ended = true;
        nextLine = firstLine;
    }

    /**
     * Goes to the next row; false at the end.
     *
     * @throws BrokenCsv for a quote that does not close, or text after one
     * @throws java.nio.charset.CharacterCodingException for bytes that are not UTF-8
     */
    boolean next() throws IOException {
        while (position < limit || fill()) {
            int end = row(position);
            if (end == INCOMPLETE) {
                fill();
            } else {
                boolean empty = count == 1 && cells[0].isEmpty() && isLineEnd(buffer[position]);
                begin = position;
                position = end;
                if (!empty) {
                    trim();
                    return true;
                }
            }
        }
        return false;
    }

    /** The cells of the row, as they stand until the next one. */
    List<CharSequence> cells() {
        return Arrays.asList(cells);
    }

    /** The number of the row's first line. */
    long line() {
        return line;
    }

    /** The number of the line after the row. */
    long nextLine() {
        return nextLine;
    }

    /**
     * Goes to the next row without splitting it: only {@link #key} and {@link #copyTo} tell of it then. A row with a quote
     * is split all the same, because only so its end is found.
     *
     * @param keyColumn the number of the cell that is the key
     * @throws BrokenCsv for a quote that does not close, or text after one
     */
    boolean nextWhole(int keyColumn) throws IOException {
        while (position < limit || fill()) {
            int end = keyColumn == 0 ? plainEnd() : limit;
            if (end == limit || buffer[end] != '\n') {
                boolean any = next();
                key = any && keyColumn < count ? cells[keyColumn] : "";
                return any;
            }
            begin = position;
            line = nextLine++;
            position = end + 1;
            if (end > begin) {
                key = firstCell(end);
                return true;
            }
        }
        return false;
    }

    /** The cell that {@link #nextWhole} was asked for, empty when the row does not reach it. */
    CharSequence key() {
        return key;
    }

    /** Copies the bytes of the row. */
    void copyTo(FirmRows copy) {
        copy.append(buffer, begin, position, line, nextLine);
    }

    /** Where the row ends with LF, or a quote, a CR or the limit stands before that. */
    private int plainEnd() {
        byte[] bytes = buffer;
        int at = position;
        while (true) {
            while (at + Long.BYTES <= limit && !holdsControl((long) EIGHT.get(bytes, at))) {
                at += Long.BYTES;
            }
            int stop = Math.min(at + Long.BYTES, limit);
            while (at < stop && bytes[at] != '"' && !isLineEnd(bytes[at])) {
                at++;
            }
            if (at < stop || at == limit) {
                return at;
            }
        }
    }

    /** True when one of the eight ASCII bytes is a quote or one that sorts before it, such as a line end. */
    private static boolean holdsControl(long eight) {
        return ((eight - AFTER_QUOTE) & ~eight & HIGH_BITS) != 0;
    }

    private CharSequence firstCell(int end) {
        int at = begin;
        while (at < end && buffer[at] != ',') {
            at++;
        }
        return keyPlace.at(buffer, begin, at);
    }

    /** Splits the row that begins here and returns where the next one does, or {@link #INCOMPLETE}. */
    private int row(int start) throws IOException {
        count = 0;
        line = nextLine;
        long lines = nextLine;
        int at = start;
        while (true) {
            if (at < limit && buffer[at] == '"') {
                at = quoted(at);
                if (at == INCOMPLETE) {
                    nextLine = lines;
                    return INCOMPLETE;
                }
            } else {
                at = bare(at);
            }
            if (at == limit) {
                nextLine = ended ? nextLine + 1 : lines;
                return ended ? at : INCOMPLETE;
            }
            byte delimiter = buffer[at++];
            if (delimiter == '\n') {
                nextLine++;
                return at;
            }
            if (delimiter == '\r') {
                if (at == limit && !ended) {
                    nextLine = lines;
                    return INCOMPLETE;
                }
                nextLine++;
                return at < limit && buffer[at] == '\n' ? at + 1 : at;
            }
        }
    }

    /** Takes the cell without quotes that begins here; returns where its delimiter stands. */
    private int bare(int start) throws IOException {
        byte[] bytes = buffer;
        int seen = 0;
        int at = start;
        while (true) {
            byte next = bytes[at];
            if (next <= ',' && (next == ',' || isLineEnd(next))) {
                break;
            }
            seen |= next;
            at++;
        }
        if (at < limit || ended) { // else the cell goes on in bytes not read yet
            add(start, at, seen < 0);
        }
        return at;
    }

    /** Takes the cell whose opening quote stands here; returns where its delimiter stands, or {@link #INCOMPLETE}. */
    private int quoted(int start) throws IOException {
        boolean doubled = false;
        int seen = 0;
        int at = start + 1;
        while (true) {
            if (at >= limit) {
                return incompleteOr("a quote opens that never closes");
            }
            byte next = buffer[at];
            boolean last = at + 1 == limit;
            if ((next == '"' || next == '\r') && last && !ended) {
                return INCOMPLETE;
            }
            if (next == '"') {
                if (last || buffer[at + 1] != '"') {
                    break;
                }
                doubled = true;
                at++;
            } else if (next == '\n' || (next == '\r' && buffer[at + 1] != '\n')) {
                nextLine++;
            }
            seen |= next;
            at++;
        }
        int delimiter = at + 1;
        if (delimiter < limit && buffer[delimiter] != ',' && !isLineEnd(buffer[delimiter])) {
            throw new BrokenCsv("line " + line + ": text stands after a closing quote");
        }
        add(start + 1, at, seen < 0);
        if (doubled) {
            cells[count - 1] = cells[count - 1].toString().replace("\"\"", "\"");
        }
        return delimiter;
    }

    private int incompleteOr(String fault) throws IOException {
        if (ended) {
            throw new BrokenCsv("line " + line + ": " + fault);
        }
        return INCOMPLETE;
    }

    private void add(int from, int to, boolean beyondAscii) throws IOException {
        if (count == places.length) {
            grow();
        }
        CharSequence cell = beyondAscii ? text(from, to) : places[count].at(buffer, from, to);
        if (cells[count] != cell) { // as a rule it is the same place, only that it says something else now
            cells[count] = cell;
        }
        count++;
    }

    private String text(int from, int to) throws IOException {
        String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) { // stands for bytes that are not UTF-8, or for itself
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, to - from));
        }
        return text;
    }

    private void grow() {
        int size = Math.max(16, 2 * places.length);
        CellBytes[] more = Arrays.copyOf(places, size);
        for (int i = places.length; i < size; i++) {
            more[i] = new CellBytes();
        }
        places = more;
        cells = Arrays.copyOf(cells, size);
    }

    /** Makes the array of cells as long as the row; rows of one file are, as a rule. */
    private void trim() {
        if (cells.length != count) {
            cells = Arrays.copyOf(cells, count);
            places = Arrays.copyOf(places, count);
        }
    }

    /** Reads more behind what is left of the buffer; false when there is nothing left at all. */
    private boolean fill() throws IOException {
        int left = limit - position;
        if (left > LONGEST_ROW) {
            throw new BrokenCsv("line " + nextLine + ": a row must be shorter than 16 MiB; is a quote left open?");
        }
        byte[] room = left + 1 < buffer.length / 2 ? buffer : new byte[2 * buffer.length];
        System.arraycopy(buffer, position, room, 0, left);
        int read = ended ? -1 : source.read(room, left, room.length - 1 - left);
        buffer = room;
        position = 0;
        limit = left + Math.max(0, read);
        ended = read < 0;
        buffer[limit] = '\n';
        return limit > 0;
    }

    private static boolean isLineEnd(byte next) {
        return next == '\n' || next == '\r';
    }
}
