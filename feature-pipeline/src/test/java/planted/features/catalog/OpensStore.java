package planted.features.catalog;

import planted.features.store.Rows;

/** Planted: a feature sees a snapshot, never a store. */
public final class OpensStore {
    private OpensStore() {}

    static void use() {
        Rows.use();
    }
}
