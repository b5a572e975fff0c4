package techflow.api.persistence;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Opens connections and knows all that it opened, so that they can be given up at once. A pool holds on to sockets at whose
 * other end nobody is: they look open. When one is found out, the others are as old and went the same way; found one by one,
 * each would cost a caller the whole time limit.
 */
public final class DriverConnections implements ConnectionFactory {
    private static final Logger LOG = LoggerFactory.getLogger(DriverConnections.class);

    private final ConnectionFactory driver;
    private final Set<Connection> open = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    public DriverConnections(ConnectionFactory driver) {
        this.driver = driver;
    }

    @Override
    public Mono<? extends Connection> create() {
        return Mono.from(driver.create()).doOnNext(open::add);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return driver.getMetadata();
    }

    /** Closes every connection without waiting; what runs on one fails, and its pool opens others. */
    public void abandonAll() {
        List<Connection> given;
        synchronized (open) {
            given = List.copyOf(open);
            open.clear();
        }
        if (!given.isEmpty()) {
            LOG.warn("the database does not answer: {} connections are given up", given.size());
        }
        given.forEach(connection -> Mono.from(connection.close())
                .subscribe(done -> {}, error -> LOG.debug("a connection broke as it was closed", error)));
    }
}
