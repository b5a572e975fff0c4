package techflow.features.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import techflow.features.PeerWorld;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;

class CatalogTicketTest {
    private static final FeatureCatalog OTHER = new FeatureCatalog(
            "other-1", List.of(StandardCatalog.catalog().definitions().getFirst()));

    @Test
    void in_the_drivers_own_virtual_machine_it_is_the_very_catalogue() {
        CatalogTicket ticket = CatalogTicket.of(OTHER);

        assertThat(ticket.catalog()).isSameAs(OTHER);

        ticket.forget();
    }

    @Test
    void elsewhere_it_is_the_standard_catalogue_when_the_schema_is_the_same() {
        CatalogTicket fromElsewhere = new CatalogTicket(
                "elsewhere", StandardCatalog.catalog().schema().fingerprint(), List.of());

        assertThat(fromElsewhere.catalog()).isSameAs(StandardCatalog.catalog());
    }

    @Test
    void a_bound_catalogue_ranks_elsewhere_as_at_home() throws Exception {
        PeerWorld world = PeerWorld.world();
        CatalogTicket ticket = CatalogTicket.of(world.catalog());
        ticket.forget();

        FeatureCatalog elsewhere = sent(ticket).catalog();

        assertThat(elsewhere.peers())
                .get(InstanceOfAssertFactories.type(PeerTables.class))
                .extracting(PeerTables::all)
                .isEqualTo(world.tables().all());
        assertThat(sent(ticket).catalog()).as("the tables are read once").isSameAs(elsewhere);
        AsOf asOf = PeerWorld.DATES.getLast();
        world.histories().forEach((firm, signals) -> {
            Snapshot snapshot = Snapshot.cut(firm, asOf, signals);
            assertThat(elsewhere.compute(snapshot)).isEqualTo(world.catalog().compute(snapshot));
        });
    }

    @Test
    void an_unbound_catalogue_never_answers_for_a_bound_one_although_their_schemas_are_equal() {
        CatalogTicket bound = CatalogTicket.of(PeerWorld.world().catalog());
        CatalogTicket unbound = CatalogTicket.of(StandardCatalog.catalog());
        bound.forget();
        unbound.forget();

        assertThat(bound.fingerprint()).isEqualTo(unbound.fingerprint());
        assertThat(bound.catalog().peers()).isPresent();
        assertThat(unbound.catalog().peers()).isEmpty();
        assertThat(bound.catalog().peers()).isPresent();
    }

    @Test
    void a_table_that_reads_as_another_one_is_refused() {
        CatalogTicket ticket = CatalogTicket.of(PeerWorld.world().catalog());
        ticket.forget();
        String wrong = "0".repeat(64);
        CatalogTicket altered = new CatalogTicket(
                "elsewhere-too",
                ticket.fingerprint(),
                List.of(new CatalogTicket.Table(
                        wrong, ticket.tables().getFirst().text())));

        ModelFault fault = catchThrowableOfType(ModelFault.class, altered::catalog);

        assertThat(fault.code()).isEqualTo(ProblemCode.SCHEMA_MISMATCH);
        assertThat(fault)
                .hasMessageContaining(wrong.substring(0, 12))
                .hasMessageContaining(ticket.tables().getFirst().id().substring(0, 12));
    }

    /** As it comes out at an executor. */
    private static CatalogTicket sent(CatalogTicket ticket) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(ticket);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (CatalogTicket) in.readObject();
        }
    }

    @Test
    void a_release_with_another_schema_is_refused() {
        CatalogTicket ticket = CatalogTicket.of(OTHER);
        ticket.forget();

        ModelFault fault = catchThrowableOfType(ModelFault.class, ticket::catalog);

        assertThat(fault.code()).isEqualTo(ProblemCode.SCHEMA_MISMATCH);
        assertThat(fault)
                .hasMessageContaining(OTHER.schema().fingerprint().substring(0, 12))
                .hasMessageContaining(StandardCatalog.VERSION)
                .hasMessageContaining("the same jar");
    }
}
