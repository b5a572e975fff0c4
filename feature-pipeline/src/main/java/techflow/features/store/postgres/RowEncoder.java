package techflow.features.store.postgres;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalKind;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Signals as rows of PostgreSQL's binary COPY, one after another in one growing array. Nothing is to be escaped, and the
 * server takes it with less work than text. Source: PostgreSQL manual, COPY, "Binary Format"; the field forms are those
 * of the server's receive functions. Not thread-safe.
 *
 * <p>The columns are those of {@link #COLUMNS}; the first four are the key, so that rows with equal keys begin with equal
 * bytes.
 */
final class RowEncoder {
    static final String COLUMNS = "enterprise_id, kind, natural_key, known_at, occurred_at, source, cells";

    private static final short FIELDS = 7;
    private static final int TEXT_OID = 25;
    private static final int ARRAY_HEADER = 5 * Integer.BYTES;
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long FIRST_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int LAST_ASCII = 0x7F;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int length;

    /** Rows of one firm and kind follow one another, and so do those of one source: their bytes are copied. */
    private Optional<EnterpriseId> enterprise = Optional.empty();

    private Optional<SignalKind> kind = Optional.empty();
    private byte[] begin = {};
    private String source = "";
    private byte[] sourceField = new byte[Integer.BYTES];

    /** @param size bytes expected; there may be more */
    RowEncoder(int size) {
        this.bytes = new byte[size];
    }

    /**
     * Adds a row and returns where its key ends.
     *
     * @throws RecordFault SIGNAL_MALFORMED for a text that PostgreSQL cannot hold
     */
    int add(Signal signal) {
        int keyEnd = key(signal);
        integer(Integer.BYTES);
        integer(Math.toIntExact(signal.occurredAt().toEpochDay() - FIRST_DAY));
        source(signal.header().source());
        array(SignalDecoder.encodeOwn(signal));
        return keyEnd;
    }

    /** Adds the beginning of a row, as far as it is the key, and returns where it ends. */
    int key(Signal signal) {
        begin(signal.enterprise(), signal.kind());
        text(signal.naturalKey());
        Instant known = signal.knownAt();
        long second = known.getEpochSecond() - FIRST_SECOND;
        room(Integer.BYTES + Long.BYTES);
        integer(Long.BYTES);
        LONG.set(bytes, length, second * MICROS_PER_SECOND + known.getNano() / 1_000);
        length += Long.BYTES;
        return length;
    }

    /** What was added, up to {@link #length}; another array when more is added. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private void begin(EnterpriseId of, SignalKind what) {
        if (enterprise.isPresent()
                && enterprise.get().equals(of)
                && kind.filter(what::equals).isPresent()) {
            append(begin);
            return;
        }
        int start = length;
        room(Short.BYTES);
        SHORT.set(bytes, length, FIELDS);
        length += Short.BYTES;
        text(of.code());
        text(what.name());
        begin = Arrays.copyOfRange(bytes, start, length);
        enterprise = Optional.of(of);
        kind = Optional.of(what);
    }

    private void source(String name) {
        if (name.equals(source)) {
            append(sourceField);
            return;
        }
        int start = length;
        text(name);
        sourceField = Arrays.copyOfRange(bytes, start, length);
        source = name;
    }

    /** A text[]: its length, then one dimension, no nulls, element type, size, lower bound 1, then the elements. */
    private void array(List<String> elements) {
        int start = length;
        room(Integer.BYTES + ARRAY_HEADER);
        length += Integer.BYTES;
        integer(1);
        integer(0);
        integer(TEXT_OID);
        integer(elements.size());
        integer(1);
        for (String element : elements) {
            text(element);
        }
        INT.set(bytes, start, length - start - Integer.BYTES);
    }

    private void text(String text) {
        int size = text.length();
        room(Integer.BYTES + size);
        int at = length + Integer.BYTES;
        for (int i = 0; i < size; i++) {
            char letter = text.charAt(i);
            if (letter == 0 || letter > LAST_ASCII) {
                wide(text);
                return;
            }
            bytes[at + i] = (byte) letter;
        }
        integer(size);
        length += size;
    }

    /** A text that is not plain ASCII. */
    private void wide(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new RecordFault(
                    ProblemCode.SIGNAL_MALFORMED,
                    "A signal cannot be stored",
                    List.of(new Violation(
                            "row",
                            "must not hold the character NUL, which PostgreSQL cannot store",
                            text.replace("\0", "\\0"),
                            "remove the character and send the row again")));
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + encoded.length);
        integer(encoded.length);
        append(encoded);
    }

    private void integer(int value) {
        room(Integer.BYTES);
        INT.set(bytes, length, value);
        length += Integer.BYTES;
    }

    private void append(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(bytes.length, more), bytes.length));
        }
    }
}
