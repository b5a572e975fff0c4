package techflow.features.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
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
                "elsewhere", StandardCatalog.catalog().schema().fingerprint());

        assertThat(fromElsewhere.catalog()).isSameAs(StandardCatalog.catalog());
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
