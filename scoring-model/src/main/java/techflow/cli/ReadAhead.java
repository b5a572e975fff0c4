package techflow.cli;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Reads a stream on a thread of its own, a bounded number of items ahead, so that reading and using overlap. */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
    private static final int ITEMS = 64;

    private final BlockingQueue<Optional<T>> queue = new ArrayBlockingQueue<>(ITEMS);
    private final AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(Optional.empty());
    private final Thread reader;
    private Optional<T> next;

    /** @param source consumed and closed by the reading thread */
    ReadAhead(Stream<T> source) {
        reader = Thread.ofPlatform().daemon().name("read-ahead").start(() -> read(source));
        next = take();
    }

    private void read(Stream<T> source) {
        try (source) {
            source.forEach(item -> put(Optional.of(item)));
        } catch (CancellationException e) {
            return; // nobody takes any more
        } catch (RuntimeException e) {
            failure.set(Optional.of(e));
        }
        put(Optional.empty());
    }

    private void put(Optional<T> item) {
        try {
            queue.put(item);
        } catch (InterruptedException e) {
            throw new CancellationException("closed before its end");
        }
    }

    private Optional<T> take() {
        try {
            Optional<T> item = queue.take();
            if (item.isEmpty() && failure.get().isPresent()) {
                throw failure.get().get();
            }
            return item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading");
        }
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    /** The next item; what the reading thread failed with is thrown in its place. */
    @Override
    public T next() {
        T item = next.orElseThrow(NoSuchElementException::new);
        next = take();
        return item;
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
