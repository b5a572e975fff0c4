package techflow.features.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.features.PeerWorld;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureSchema;
import techflow.features.peer.PeerStaging;
import techflow.features.peer.PeerTable;
import techflow.features.store.PeerTableStore.Entry;

/** What every store of peer tables does; each adapter's test extends it. */
public abstract class PeerTableStoreKit {
    private static final FeatureSchema SCHEMA = StandardCatalog.catalog().schema();
    private static final List<PeerTable> TABLES = PeerWorld.world().tables().all();

    /** A store with nothing in it. */
    protected abstract PeerTableStore empty();

    @Test
    void a_table_comes_back_as_it_was_saved() {
        PeerTableStore store = empty();
        PeerTable table = TABLES.getFirst();
        assertThat(store.find(table.id())).isEmpty();
        store.save(table);
        assertThat(store.find(table.id())).map(PeerTable::text).contains(table.text());
        assertThat(store.list()).containsExactly(Entry.of(table));
    }

    @Test
    void saving_a_table_twice_changes_nothing() {
        PeerTableStore store = empty();
        store.save(TABLES.getFirst());
        store.save(TABLES.getFirst());
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void the_tables_of_a_feature_set_come_as_a_series() {
        PeerTableStore store = empty();
        TABLES.reversed().forEach(store::save);
        assertThat(store.tables(SCHEMA).all()).isEqualTo(TABLES);
        assertThat(store.list()).isEqualTo(TABLES.stream().map(Entry::of).toList());
    }

    @Test
    void of_two_tables_for_one_instant_the_one_saved_last_counts_and_both_can_be_found() {
        PeerTableStore store = empty();
        PeerTable first = TABLES.getFirst();
        PeerTable again =
                new PeerStaging(StandardCatalog.catalog()).table(first.asOf()).build();
        store.save(first);
        store.save(again);
        assertThat(store.tables(SCHEMA).all()).containsExactly(again);
        assertThat(store.find(first.id())).contains(first);
    }

    @Test
    void tables_of_another_feature_set_are_not_in_the_series() {
        FeatureCatalog other =
                new FeatureCatalog("fs-other", StandardCatalog.catalog().definitions());
        PeerTable foreign =
                new PeerStaging(other).table(TABLES.getFirst().asOf()).build();
        PeerTableStore store = empty();
        store.save(foreign);
        assertThat(store.tables(SCHEMA).all()).isEmpty();
        assertThat(store.tables(other.schema()).all()).containsExactly(foreign);
    }
}
