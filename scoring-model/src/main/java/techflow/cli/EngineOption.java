package techflow.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import techflow.features.engine.FeatureEngine;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** The {@code --engine} option: the one place where its words become an engine. */
final class EngineOption {
    @Option(
            names = "--engine",
            paramLabel = "NAME[:ARG]",
            defaultValue = "local",
            description =
                    "local[:THREADS], this machine, all cores by default; or spark[:MASTER] such as spark:local[2] or"
                            + " spark:spark://host:7077 (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String words;

    /** The master when Spark is asked for, which is a process of its own and no {@link FeatureEngine} here. */
    Optional<String> sparkMaster() {
        return SparkRun.isAskedBy(words) ? Optional.of(SparkRun.master(words)) : Optional.empty();
    }

    /** Throws {@link RecordFault} REQUEST_INVALID for words that name no engine. */
    FeatureEngine engine() {
        String[] parts = words.split(":", 2);
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "local" -> local(parts);
            default -> throw refusal("must be local, local:THREADS, spark or spark:MASTER");
        };
    }

    private FeatureEngine local(String[] parts) {
        if (parts.length == 1) {
            return new LocalFeatureEngine(Runtime.getRuntime().availableProcessors());
        }
        try {
            return new LocalFeatureEngine(Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException e) {
            throw refusal("the number of threads must be a whole number, at least 1");
        }
    }

    private RecordFault refusal(String rule) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "There is no such engine",
                List.of(new Violation("--engine", rule, words, "leave it out for this machine's cores")));
    }
}
