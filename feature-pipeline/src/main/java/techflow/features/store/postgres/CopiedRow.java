package techflow.features.store.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;

/**
 * A row of the table {@code signal} as a binary COPY sends it. Source: PostgreSQL manual, COPY, "Binary Format"; the field
 * forms are those of the server's send functions. Any thread may decode it.
 */
final class CopiedRow {
    static final String COLUMNS = "enterprise_id, kind, known_at, occurred_at, source, cells";

    private static final int HEADER_FLAGS = 11;
    private static final int HEADER = HEADER_FLAGS + 2 * Integer.BYTES;
    private static final short TRAILER = -1;
    private static final int CODE_LENGTH = 18;

    /** Number of fields, then the length of the first one. */
    private static final int BEFORE_CODE = Short.BYTES + Integer.BYTES;

    /** Dimensions, whether there are nulls, and the element type stand before the length of an array. */
    private static final int BEFORE_SIZE = 3 * Integer.BYTES;

    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long FIRST_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long MICROS = 1_000_000;

    private final byte[] message;
    private final int start;

    /** @param start where the row begins in the message, which it ends with */
    CopiedRow(byte[] message, int start) {
        this.message = message;
        this.start = start;
    }

    /** Where the first row begins, behind the header and its extension. */
    static int afterHeader(byte[] message) {
        return HEADER + ByteBuffer.wrap(message).getInt(HEADER - Integer.BYTES);
    }

    static boolean isTrailer(byte[] message, int start) {
        return ByteBuffer.wrap(message).getShort(start) == TRAILER;
    }

    String enterprise() {
        return new String(message, start + BEFORE_CODE, CODE_LENGTH, StandardCharsets.US_ASCII);
    }

    boolean isOfFirmOf(CopiedRow other) {
        int from = start + BEFORE_CODE;
        int otherFrom = other.start + BEFORE_CODE;
        return Arrays.equals(message, from, from + CODE_LENGTH, other.message, otherFrom, otherFrom + CODE_LENGTH);
    }

    /**
     * Decodes the row.
     *
     * @param enterprise whose it is
     * @throws techflow.problem.RecordFault SIGNAL_MALFORMED when it no longer keeps its contract
     */
    Signal signal(EnterpriseId enterprise) {
        ByteBuffer fields = ByteBuffer.wrap(message);
        fields.position(start + BEFORE_CODE + CODE_LENGTH);
        SignalKind kind = SignalKind.valueOf(text(fields));
        Instant knownAt = instant(fields);
        LocalDate occurredAt = day(fields);
        SignalHeader header = new SignalHeader(enterprise, occurredAt, knownAt, text(fields));
        return SignalRows.accepted(kind, SignalDecoder.decode(kind, header, array(fields)));
    }

    private static Instant instant(ByteBuffer fields) {
        fields.getInt();
        long micros = fields.getLong();
        return Instant.ofEpochSecond(
                FIRST_SECOND + Math.floorDiv(micros, MICROS), 1000 * Math.floorMod(micros, MICROS));
    }

    private static LocalDate day(ByteBuffer fields) {
        fields.getInt();
        return LocalDate.ofEpochDay(FIRST_DAY + fields.getInt());
    }

    /** An empty array has no dimension and no length. */
    private static List<String> array(ByteBuffer fields) {
        fields.getInt();
        int dimensions = fields.getInt(fields.position());
        if (dimensions == 0) {
            return List.of();
        }
        fields.position(fields.position() + BEFORE_SIZE);
        int size = fields.getInt();
        fields.getInt(); // the lower bound
        List<String> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(text(fields));
        }
        return elements;
    }

    private static String text(ByteBuffer fields) {
        int length = fields.getInt();
        String text = new String(fields.array(), fields.position(), length, StandardCharsets.UTF_8);
        fields.position(fields.position() + length);
        return text;
    }
}
