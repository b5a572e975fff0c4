package techflow.features.engine.spark;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;

/**
 * Names a catalogue to the executors. Definitions are functions and never travel: an executor in the driver's own virtual
 * machine finds the very catalogue, one elsewhere makes {@link StandardCatalog} for itself and checks that it has the
 * same schema, so that two releases never mix in one result.
 *
 * @param id of the driver's catalogue, valid in the driver's virtual machine
 * @param fingerprint of its schema
 */
record CatalogTicket(String id, String fingerprint) implements Serializable {
    private static final Map<String, FeatureCatalog> HERE = new ConcurrentHashMap<>();

    /** Makes a catalogue known in this virtual machine until {@link #forget}. */
    static CatalogTicket of(FeatureCatalog catalog) {
        CatalogTicket ticket =
                new CatalogTicket(UUID.randomUUID().toString(), catalog.schema().fingerprint());
        HERE.put(ticket.id, catalog);
        return ticket;
    }

    void forget() {
        HERE.remove(id);
    }

    /**
     * The catalogue, wherever this runs.
     *
     * @throws ModelFault SCHEMA_MISMATCH when this virtual machine has another release of the catalogue
     */
    FeatureCatalog catalog() {
        return Optional.ofNullable(HERE.get(id)).orElseGet(this::standard);
    }

    private FeatureCatalog standard() {
        FeatureCatalog standard = StandardCatalog.catalog();
        if (!standard.schema().fingerprint().equals(fingerprint)) {
            throw new ModelFault(
                    ProblemCode.SCHEMA_MISMATCH,
                    "The executor must compute the feature schema " + fingerprint.substring(0, 12) + ", found "
                            + standard.schema() + ": give driver and executors the same jar");
        }
        return standard;
    }
}
