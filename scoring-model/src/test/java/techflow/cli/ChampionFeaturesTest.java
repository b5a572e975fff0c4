package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureSchema;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.postgres.PostgresModelRegistry;
import techflow.scoring.testing.SmallWorld;
import techflow.testing.TestDatabase;

class ChampionFeaturesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final FeatureSchema COMPUTED = StandardCatalog.catalog().schema();

    private final ModelRegistry registry =
            new PostgresModelRegistry(TestDatabase.fresh().dataSource());

    @Test
    void a_champion_of_other_features_is_refused_by_name_with_what_to_do() {
        assertThat(ChampionFeatures.areServed(registry, COMPUTED)).isFalse();
        ModelArtifact older = new SmallWorld(11, 4_000).train("1").artifact();
        registry.promote(
                ModelAlias.CHAMPION,
                registry.publish(ArtifactWriter.write(older), "test", NOW).sha256(),
                new Change("test", "first", NOW));

        ModelFault fault = catchThrowableOfType(ModelFault.class, () -> ChampionFeatures.areServed(registry, COMPUTED));

        assertThat(fault.code()).isEqualTo(ProblemCode.SCHEMA_MISMATCH);
        assertThat(fault)
                .hasMessageContaining(
                        older.manifest().modelId() + " " + older.manifest().version())
                .hasMessageContaining("features " + older.schema().version())
                .hasMessageContaining("computes " + StandardCatalog.VERSION)
                .hasMessageContaining("TECHFLOW_STATE");
        assertThat(ChampionFeatures.areServed(registry, older.schema())).isTrue();
    }
}
