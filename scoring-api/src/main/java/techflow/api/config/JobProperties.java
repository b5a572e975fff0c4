package techflow.api.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are worked on.
 *
 * @param rows most rows in one job, 1 to 10,000,000
 * @param chunk rows between two renewals of the lease, 1 to 10,000
 * @param lease how long an instance may be silent before another one goes on, 1 s or more
 * @param poll how often the queue is looked at, above 0
 */
@ConfigurationProperties("techflow.jobs")
public record JobProperties(
        @DefaultValue("1000000") int rows,
        @DefaultValue("64") int chunk,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration poll) {
    public JobProperties {
        require(rows >= 1 && rows <= 10_000_000, "rows must lie in 1 to 10000000", rows);
        require(chunk >= 1 && chunk <= 10_000, "chunk must lie in 1 to 10000", chunk);
        require(lease.toMillis() >= 1000, "lease must be 1s or more", lease);
        require(poll.toMillis() > 0, "poll must be above 0", poll);
    }

    private static void require(boolean condition, String rule, Object found) {
        if (!condition) {
            throw new IllegalArgumentException("techflow.jobs." + rule + ", found " + found);
        }
    }
}
