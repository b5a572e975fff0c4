package techflow.features.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    /** Bytes behind the text in a buffer: a line end, and what a look at eight bytes at once needs. */
    static final int SLACK = Long.BYTES;

    private static final int FIRST_SIZE = 1 << 17;
    private static final int LONGEST_ROW = 1 << 24;
    private static final int INCOMPLETE = -1;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long AFTER_QUOTE = 0x0101010101010101L * ('"' + 1);
    private static final long AFTER_COMMA = 0x0101010101010101L * (',' + 1);
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
    private CellBytes[] cells = {};
    private int count;
    private final CellBytes key = new CellBytes();

    CsvRows(InputStream source) {
        this.source = source;
        this.buffer = new byte[FIRST_SIZE];
        this.nextLine = 1;
        this.buffer[0] = '\n';
    }

    /** Goes over to rows that stand in memory; the array must be {@link #SLACK} longer than the text. */
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
    CellBytes[] cells() {
        return cells;
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
                key.say(any && keyColumn < count ? cells[keyColumn].toString() : "");
                return any;
            }
            begin = position;
            line = nextLine++;
            position = end + 1;
            if (end > begin) {
                key.at(buffer, begin, firstCellEnd(end));
                return true;
            }
        }
        return false;
    }

    /** The cell that {@link #nextWhole} was asked for, empty when the row does not reach it. */
    CellBytes key() {
        return key;
    }

    /** Copies the bytes of the row. */
    void copyTo(FirmRows copy) {
        copy.append(buffer, begin, position, line, nextLine);
    }

    /** Where the row ends with LF, or a quote, a CR or the limit stands before that. */
    private int plainEnd() {
        int at = position;
        while (true) {
            at = nextSpecial(at, AFTER_QUOTE);
            if (buffer[at] == '"' || isLineEnd(buffer[at])) {
                return at;
            }
            at++;
        }
    }

    /**
     * Where the next ASCII byte below a bound stands, a line end at the latest: eight bytes at a time, because this is what
     * reading costs.
     *
     * @param bound the bound, in each of eight bytes
     */
    private int nextSpecial(int start, long bound) {
        byte[] bytes = buffer;
        int at = start;
        while (true) {
            long eight = (long) EIGHT.get(bytes, at);
            long below =
                    (eight - bound) & ~eight & HIGH_BITS; // its lowest bit is right; a borrow can make others wrong
            if (below != 0) {
                return at + (Long.numberOfTrailingZeros(below) >>> 3);
            }
            at += Long.BYTES;
        }
    }

    private int firstCellEnd(int end) {
        int at = begin;
        while (at < end && buffer[at] != ',') {
            at++;
        }
        return at;
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
        long seen = 0;
        int at = start;
        while (true) {
            long eight = (long) EIGHT.get(bytes, at);
            long below = (eight - AFTER_COMMA) & ~eight & HIGH_BITS; // its lowest bit is right, others may not be
            if (below == 0) {
                seen |= eight;
                at += Long.BYTES;
            } else {
                int before = Long.numberOfTrailingZeros(below) & -Long.BYTES; // bits of the bytes before the one found
                seen |= eight & ((1L << before) - 1);
                at += before / Long.BYTES;
                byte found = bytes[at];
                if (found == ',' || isLineEnd(found)) {
                    break;
                }
                at++;
            }
        }
        if (at < limit || ended) { // else the cell goes on in bytes not read yet
            add(start, at, (seen & HIGH_BITS) != 0);
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
            cells[count - 1].say(cells[count - 1].toString().replace("\"\"", "\""));
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
        if (count == cells.length) {
            grow();
        }
        CellBytes cell = cells[count++];
        if (beyondAscii) {
            cell.say(text(from, to));
        } else {
            cell.at(buffer, from, to);
        }
    }

    private String text(int from, int to) throws IOException {
        String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) { // stands for bytes that are not UTF-8, or for itself
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, to - from));
        }
        return text;
    }

    private void grow() {
        int size = Math.max(16, 2 * count);
        cells = Arrays.copyOf(cells, size);
        for (int i = count; i < size; i++) {
            cells[i] = new CellBytes();
        }
    }

    /** Makes the array of cells as long as the row; rows of one file are, as a rule. */
    private void trim() {
        if (cells.length != count) {
            cells = Arrays.copyOf(cells, count);
        }
    }

    /** Reads more behind what is left of the buffer; false when there is nothing left at all. */
    private boolean fill() throws IOException {
        int left = limit - position;
        if (left > LONGEST_ROW) {
            throw new BrokenCsv("line " + nextLine + ": a row must be shorter than 16 MiB; is a quote left open?");
        }
        byte[] room = left + SLACK < buffer.length / 2 ? buffer : new byte[2 * buffer.length];
        System.arraycopy(buffer, position, room, 0, left);
        int read = ended ? -1 : source.read(room, left, room.length - SLACK - left);
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
