package techflow.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.RegisteredModel;

/** How a registered model is named: an alias, a version, or the first digits of its hash. */
final class ModelName {
    static final String HELP = "champion, challenger, shadow, a version, or the first digits of the hash";
    static final int SHORT_HASH = 12;

    private ModelName() {}

    /** @throws RecordFault MODEL_UNKNOWN when no model has the name, or more than one */
    static RegisteredModel find(ModelRegistry registry, String name) {
        List<RegisteredModel> models = registry.list();
        Optional<ModelAlias> alias = alias(name);
        if (alias.isPresent()) {
            return registry.bearer(alias.get())
                    .flatMap(sha256 -> models.stream()
                            .filter(model -> model.sha256().equals(sha256))
                            .findFirst())
                    .orElseThrow(() -> unknown("No model is " + name + " now"));
        }
        List<RegisteredModel> found = models.stream()
                .filter(model -> model.version().equals(name) || model.sha256().startsWith(name))
                .toList();
        if (found.size() != 1) {
            throw unknown(
                    found.isEmpty()
                            ? "No model has the version or hash " + name + "; see ./techflow models list"
                            : found.size() + " models answer to " + name + "; give more digits of the hash");
        }
        return found.getFirst();
    }

    static String shortHash(String sha256) {
        return sha256.substring(0, SHORT_HASH);
    }

    private static Optional<ModelAlias> alias(String name) {
        return Arrays.stream(ModelAlias.values())
                .filter(alias -> alias.word().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static RecordFault unknown(String message) {
        return new RecordFault(ProblemCode.MODEL_UNKNOWN, message);
    }
}
