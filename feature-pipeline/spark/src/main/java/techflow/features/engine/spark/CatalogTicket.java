package techflow.features.engine.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.PeerReference;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;

/**
 * Names a catalogue to the executors. Definitions are functions and never travel: an executor in the driver's own virtual
 * machine finds the very catalogue, one elsewhere makes {@link StandardCatalog} for itself and checks that it has the
 * same schema, so that two releases never mix in one result. Peer tables are data and travel as their text, once per
 * stage; the fingerprint does not tell a bound catalogue from an unbound one, the ids of the tables do.
 *
 * @param id of the driver's catalogue, valid in the driver's virtual machine
 * @param fingerprint of its schema
 * @param tables the peer tables it is bound to, the earliest first; empty when it is not bound
 */
record CatalogTicket(String id, String fingerprint, List<Table> tables) implements Serializable {
    private static final Map<String, FeatureCatalog> HERE = new ConcurrentHashMap<>();

    /** What an executor made last: tables are read once, not for every task. */
    private static final AtomicReference<Made> LAST = new AtomicReference<>(new Made("", StandardCatalog.catalog()));

    /**
     * A peer table on its way.
     *
     * @param id the hash that the text must have on arrival
     * @param text its canonical text
     */
    record Table(String id, String text) implements Serializable {}

    private record Made(String id, FeatureCatalog catalog) {}

    CatalogTicket {
        // A list of the JDK that Java's serialization carries.
        tables = List.copyOf(tables);
    }

    /** Makes a catalogue known in this virtual machine until {@link #forget}. */
    static CatalogTicket of(FeatureCatalog catalog) {
        CatalogTicket ticket = new CatalogTicket(
                UUID.randomUUID().toString(),
                catalog.schema().fingerprint(),
                catalog.peers().map(CatalogTicket::tables).orElse(List.of()));
        HERE.put(ticket.id, catalog);
        return ticket;
    }

    private static List<Table> tables(PeerReference peers) {
        return switch (peers) {
            case PeerTables dated ->
                dated.all().stream()
                        .map(table -> new Table(table.id(), table.text()))
                        .toList();
            default ->
                throw new IllegalArgumentException("executors rank by peer tables only, found "
                        + peers.getClass().getName());
        };
    }

    void forget() {
        HERE.remove(id);
    }

    /**
     * The catalogue, wherever this runs.
     *
     * @throws ModelFault SCHEMA_MISMATCH when this virtual machine has another release of the catalogue or of the tables
     */
    FeatureCatalog catalog() {
        return Optional.ofNullable(HERE.get(id)).orElseGet(this::elsewhere);
    }

    private FeatureCatalog elsewhere() {
        return LAST.updateAndGet(last -> last.id.equals(id) ? last : new Made(id, standard())).catalog;
    }

    private FeatureCatalog standard() {
        FeatureCatalog standard = StandardCatalog.catalog();
        if (!standard.schema().fingerprint().equals(fingerprint)) {
            throw otherRelease("the feature schema " + shortened(fingerprint), String.valueOf(standard.schema()));
        }
        return tables.isEmpty()
                ? standard
                : standard.against(
                        PeerTables.of(tables.stream().map(CatalogTicket::intact).toList()));
    }

    private static PeerTable intact(Table sent) {
        PeerTable table = PeerTable.read(sent.text());
        if (!table.id().equals(sent.id())) {
            throw otherRelease("with the peer table " + shortened(sent.id()), shortened(table.id()));
        }
        return table;
    }

    private static String shortened(String hash) {
        return hash.substring(0, 12);
    }

    private static ModelFault otherRelease(String wanted, String found) {
        return new ModelFault(
                ProblemCode.SCHEMA_MISMATCH,
                "The executor must compute " + wanted + ", found " + found
                        + ": give driver and executors the same jar");
    }
}
