package techflow.api.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a batch may take.
 *
 * @param rows most rows in one batch, 1 to 10,000,000
 * @param lineBytes longest line, 256 bytes to 1 MiB
 * @param parallel rows of one batch at work at once, 1 to 256
 * @param batches batches at once, 1 to 1000; the next is refused with OVERLOADED
 * @param stall a batch that no row can leave for so long is broken off, above 0
 */
@ConfigurationProperties("techflow.batch")
public record BatchProperties(
        @DefaultValue("100000") int rows,
        @DefaultValue("4096") int lineBytes,
        @DefaultValue("8") int parallel,
        @DefaultValue("4") int batches,
        @DefaultValue("60s") Duration stall) {
    public BatchProperties {
        requireWithin("rows", rows, 1, 10_000_000);
        requireWithin("line-bytes", lineBytes, 256, 1 << 20);
        requireWithin("parallel", parallel, 1, 256);
        requireWithin("batches", batches, 1, 1000);
        if (stall.toMillis() <= 0) {
            throw new IllegalArgumentException("techflow.batch.stall must be above 0, found " + stall);
        }
    }

    private static void requireWithin(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "techflow.batch.%s must lie in %d to %d, found %d".formatted(name, low, high, value));
        }
    }
}
