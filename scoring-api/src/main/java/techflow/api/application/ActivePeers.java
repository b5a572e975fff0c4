package techflow.api.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.features.definition.FeatureCatalog;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.AsOf;

/**
 * The peer tables that rank now, in memory: a score asks no store for them. {@link #refresh} follows the store and reads
 * only tables it does not hold yet.
 */
public final class ActivePeers {
    private static final Logger LOG = LoggerFactory.getLogger(ActivePeers.class);

    private final PeerTableSource source;
    private final FeatureCatalog catalog;
    private final AtomicReference<Bound> active;

    /**
     * Tables and the catalogue that is bound to them.
     *
     * @param tables all that count
     * @param catalog computes with them
     */
    public record Bound(PeerTables tables, FeatureCatalog catalog) {
        /** The id of the table that ranks at an instant, empty when none does. */
        public Optional<String> tableId(AsOf asOf) {
            return tables.at(asOf).map(PeerTable::id);
        }
    }

    public ActivePeers(PeerTableSource source, FeatureCatalog catalog) {
        this.source = source;
        this.catalog = catalog;
        this.active = new AtomicReference<>(bound(PeerTables.NONE));
    }

    public Bound current() {
        return active.get();
    }

    /** Looks at the store once. Fails when the store does or a table is corrupt; what ranked before then goes on. */
    public Mono<Void> refresh() {
        return source.ids(catalog.schema().fingerprint()).flatMap(this::take);
    }

    private Mono<Void> take(List<String> ids) {
        Map<String, PeerTable> held =
                current().tables().all().stream().collect(Collectors.toMap(PeerTable::id, Function.identity()));
        if (held.keySet().equals(Set.copyOf(ids))) {
            return Mono.empty();
        }
        return Flux.fromIterable(ids)
                .concatMap(id -> Mono.justOrEmpty(held.get(id)).switchIfEmpty(source.table(id)))
                .collectList()
                .doOnNext(this::activate)
                .then();
    }

    private void activate(List<PeerTable> tables) {
        active.set(bound(PeerTables.of(tables)));
        LOG.info(
                "{} peer tables rank now, the latest: {}",
                tables.size(),
                current().tables().all().stream()
                        .reduce((one, next) -> next)
                        .map(PeerTable::toString)
                        .orElse("none"));
    }

    private Bound bound(PeerTables tables) {
        return new Bound(tables, catalog.against(tables));
    }
}
