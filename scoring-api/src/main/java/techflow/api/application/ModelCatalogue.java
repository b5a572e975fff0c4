package techflow.api.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.model.ModelRef;
import techflow.scoring.signing.ArtifactSignature;

/** Which models are registered, and what happened to them. */
public interface ModelCatalogue {
    /** Every registered model, newest first. */
    Mono<List<Model>> list();

    /** The model with this SHA-256, or the one that bears this alias now; fails with MODEL_UNKNOWN. */
    Mono<Model> find(String sha256OrAlias);

    /**
     * A registered model.
     *
     * @param ref which
     * @param aliases that it bears now
     * @param published when and by whom it came into the registry
     * @param manifest what it is and where it comes from
     * @param changes what happened to its aliases, oldest first
     * @param signatures beside its artefact, oldest first
     */
    record Model(
            ModelRef ref,
            List<String> aliases,
            Published published,
            ModelManifest manifest,
            List<Change> changes,
            List<ArtifactSignature> signatures) {
        public Model {
            aliases = List.copyOf(aliases);
            changes = List.copyOf(changes);
            signatures = List.copyOf(signatures);
        }
    }

    /** When and by whom. */
    record Published(Instant at, String by) {}

    /** The model got an alias. @param approver empty when nobody had to approve */
    record Change(Instant at, String alias, String action, String actor, Optional<String> approver, String reason) {}
}
