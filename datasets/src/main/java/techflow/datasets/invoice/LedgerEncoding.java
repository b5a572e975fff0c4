package techflow.datasets.invoice;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Opens a file as text: gunzipped when it begins like gzip, in UTF-8 when its first bytes decode strictly as UTF-8, else
 * in GB18030, which includes GBK and GB2312.
 *
 * @param charset the encoding
 * @param reader the text after any byte order mark; bytes that do not decode become {@link #UNREADABLE}
 */
record LedgerEncoding(Charset charset, Reader reader) {
    /** What stands in the text for bytes that do not decode. */
    static final char UNREADABLE = '\uFFFD';

    private static final int SAMPLE = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static LedgerEncoding open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            InputStream stream = new BufferedInputStream(gunzipped(new BufferedInputStream(raw, SAMPLE)), SAMPLE);
            stream.mark(SAMPLE);
            byte[] sample = stream.readNBytes(SAMPLE);
            stream.reset();
            Charset charset = isUtf8(sample) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
            if (startsWithByteOrderMark(sample)) {
                stream.skipNBytes(BYTE_ORDER_MARK.length);
            }
            return new LedgerEncoding(charset, new InputStreamReader(stream, charset));
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream gunzipped(InputStream stream) throws IOException {
        stream.mark(2);
        boolean gzip = stream.read() == GZIP_FIRST && stream.read() == GZIP_SECOND;
        stream.reset();
        return gzip ? new GZIPInputStream(stream, SAMPLE) : stream;
    }

    /** The sample may end within a character: what is left over then is no error. */
    private static boolean isUtf8(byte[] sample) {
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length), false)
                .isError();
    }

    private static boolean startsWithByteOrderMark(byte[] sample) {
        return sample.length >= BYTE_ORDER_MARK.length
                && ByteBuffer.wrap(sample, 0, BYTE_ORDER_MARK.length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
    }
}
