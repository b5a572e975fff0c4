package techflow.api.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8, none longer in memory than allowed: of a longer one only the beginning is told. */
final class BoundedLines implements Iterator<String>, AutoCloseable {
    private static final int LONGEST = 1 << 16;

    private final InputStream bytes;
    private @Nullable String ahead;

    BoundedLines(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes, LONGEST);
        this.ahead = read();
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public String next() {
        String line = ahead;
        if (line == null) {
            throw new NoSuchElementException("there are no more lines");
        }
        ahead = read();
        return line;
    }

    private @Nullable String read() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = bytes.read();
            if (next < 0) {
                return null;
            }
            for (; next >= 0 && next != '\n'; next = bytes.read()) {
                if (line.size() < LONGEST) {
                    line.write(next);
                }
            }
            return line.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
