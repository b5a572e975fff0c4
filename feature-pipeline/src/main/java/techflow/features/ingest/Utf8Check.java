package techflow.features.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import techflow.problem.RecordFault;

/** Counts the lines of a text and refuses the first byte that is not UTF-8, with its line and what it looks like instead. */
final class Utf8Check {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final int LONGEST_CHARACTER = 4;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_FEEDS = 0x0101010101010101L * '\n';

    private final Path file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer characters = CharBuffer.allocate(1 << 16);

    /** The beginning of a character whose end comes with the next bytes. */
    private byte[] begun = {};

    private boolean first = true;
    private long lines;

    Utf8Check(Path file) {
        this.file = file;
    }

    void take(byte[] buffer, int length) {
        if (!first && begun.length == 0 && isAscii(buffer, length)) {
            lines += count(buffer, length);
            return;
        }
        byte[] bytes = joined(buffer, length);
        if (first) {
            refuseOtherForms(bytes);
            first = false;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result;
        do {
            characters.clear();
            result = decoder.decode(in, characters, false);
        } while (result.isOverflow());
        if (result.isError()) {
            throw refusal(bytes, in.position());
        }
        lines += count(bytes, in.position());
        begun = Arrays.copyOfRange(bytes, in.position(), bytes.length);
    }

    /** The number of line feeds. */
    long end() {
        if (begun.length > 0) {
            throw refusal(begun, 0);
        }
        return lines;
    }

    private byte[] joined(byte[] buffer, int length) {
        byte[] bytes = Arrays.copyOf(begun, begun.length + length);
        System.arraycopy(buffer, 0, bytes, begun.length, length);
        return bytes;
    }

    private void refuseOtherForms(byte[] bytes) {
        if (bytes.length > 1 && ((bytes[0] & 0xFF) ^ (bytes[1] & 0xFF)) == 1 && (bytes[0] & 0xFE) == 0xFE) {
            throw Refusal.of(file, "must be UTF-8", "UTF-16", "save the file as UTF-8");
        }
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            throw Refusal.of(file, "must be CSV", "a zip archive or an Excel workbook", "save it as CSV in UTF-8");
        }
    }

    private RecordFault refusal(byte[] bytes, int at) {
        int lineStart = at;
        while (lineStart > 0 && bytes[lineStart - 1] != '\n') {
            lineStart--;
        }
        long line = lines + count(bytes, at) + 1;
        boolean chinese = isChinese(bytes, lineStart);
        return Refusal.of(
                file,
                "must be UTF-8",
                "other bytes in line " + line + (chinese ? ", they look like GBK (GB18030)" : ""),
                chinese
                        ? "save it as UTF-8, for example: iconv -f GB18030 -t UTF-8 " + file.getFileName() + " > utf8-"
                                + file.getFileName()
                        : "save the file as UTF-8");
    }

    /** Whether the bytes from there on read as Chinese in GB18030, but for a character cut off at the end. */
    private static boolean isChinese(byte[] bytes, int from) {
        for (int cut = 0; cut < LONGEST_CHARACTER && from < bytes.length - cut; cut++) {
            try {
                CharBuffer text = CHINESE.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - cut - from));
                return text.codePoints()
                        .anyMatch(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.HAN);
            } catch (CharacterCodingException e) {
                // A character may be cut off: one byte less, then.
            }
        }
        return false;
    }

    private static boolean isAscii(byte[] bytes, int end) {
        long seen = 0;
        int at = 0;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            seen |= (long) EIGHT.get(bytes, at);
        }
        for (; at < end; at++) {
            seen |= bytes[at];
        }
        return (seen & HIGH_BITS) == 0;
    }

    /** The number of line feeds, eight bytes at once. */
    private static long count(byte[] bytes, int end) {
        long count = 0;
        int at = 0;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long lineFeedsAreZero = (long) EIGHT.get(bytes, at) ^ LINE_FEEDS;
            long others = ((lineFeedsAreZero & ~HIGH_BITS) + ~HIGH_BITS) | lineFeedsAreZero;
            count += Long.bitCount(~others & HIGH_BITS);
        }
        for (; at < end; at++) {
            count += bytes[at] == '\n' ? 1 : 0;
        }
        return count;
    }
}
