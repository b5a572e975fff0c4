package techflow.features.store.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Compression without Hadoop's codecs: pages are written with the JDK's gzip, so that writing loads no native library,
 * and read as gzip, snappy or zstd, the forms that Spark and pandas leave.
 */
final class Codecs implements CompressionCodecFactory {
    /** Fast; the dictionary has taken most of the redundancy before. */
    private static final int LEVEL = 3;

    private static final int BUFFER = 1 << 14;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.GZIP) {
            throw new IllegalArgumentException("tables are written with gzip, not with " + codec);
        }
        return new GzipCompressor();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Decompressor(codec);
    }

    @Override
    public void release() {
        // holds nothing
    }

    private static final class GzipCompressor implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
            try (LevelledGzip gzip = new LevelledGzip(out)) {
                bytes.writeAllTo(gzip);
            }
            return BytesInput.from(out.toByteArray());
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.GZIP;
        }

        @Override
        public void release() {
            // holds nothing
        }
    }

    private static final class LevelledGzip extends GZIPOutputStream {
        LevelledGzip(ByteArrayOutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(LEVEL);
        }
    }

    private record Decompressor(CompressionCodecName codec) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(expand(bytes, size));
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size) throws IOException {
            output.put(expand(BytesInput.from(input), size));
        }

        private byte[] expand(BytesInput bytes, int size) throws IOException {
            return switch (codec) {
                case UNCOMPRESSED -> bytes.toByteArray();
                case GZIP -> gunzip(bytes, size);
                case SNAPPY -> Snappy.uncompress(bytes.toByteArray());
                case ZSTD -> Zstd.decompress(bytes.toByteArray(), size);
                case LZO, BROTLI, LZ4, LZ4_RAW ->
                    throw new IOException("compressed with " + codec + "; only gzip, snappy and zstd are read");
            };
        }

        private static byte[] gunzip(BytesInput bytes, int size) throws IOException {
            try (InputStream in = new GZIPInputStream(bytes.toInputStream(), BUFFER)) {
                return in.readNBytes(size);
            }
        }

        @Override
        public void release() {
            // holds nothing
        }
    }
}
