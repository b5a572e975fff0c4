package techflow.architecture;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The package names of the plan under a root.
 *
 * @param root the root package, such as {@code techflow}
 */
record Packages(String root) {
    /** A package of the plan with all below it. */
    String of(String name) {
        return root + "." + name + "..";
    }

    /** Packages of the plan, each with all below it. */
    String[] anyOf(String... names) {
        return Arrays.stream(names).map(this::of).toArray(String[]::new);
    }

    String all() {
        return root + "..";
    }

    /** The packages without clock, randomness, environment, null and framework. */
    String[] pure() {
        return anyOf(
                "features.signal",
                "features.snapshot",
                "features.definition",
                "features.aggregate",
                "features.catalog",
                "features.peer",
                "scoring.score",
                "scoring.scorecard",
                "scoring.trees",
                "scoring.technology",
                "scoring.counterfactual",
                "scoring.policy",
                "scoring.model");
    }

    String[] pureAnd(String... others) {
        return Stream.concat(Arrays.stream(pure()), Arrays.stream(others)).toArray(String[]::new);
    }
}
