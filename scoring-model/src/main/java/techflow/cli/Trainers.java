package techflow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.engine.smile.SmileBoosted;
import techflow.scoring.engine.smile.SmileBoostedSettings;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.engine.xgboost.AdditiveSettings;
import techflow.scoring.engine.xgboost.AdditiveTrees;
import techflow.scoring.engine.xgboost.BoostedSettings;
import techflow.scoring.engine.xgboost.BoostedTrees;
import techflow.scoring.engine.xgboost.SearchBudget;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.ScorecardTrainer;
import techflow.scoring.training.TrainingSettings;

/** The trainers by the name that commands and manifests use. A new one is one line in {@link #all}. */
final class Trainers {
    /** The one setting that every trainer may have and that has an option of its own. */
    static final String SEED = "seed";

    private static final Map<String, Recipe> ALL = Collections.unmodifiableMap(all());

    private Trainers() {}

    private static Map<String, Recipe> all() {
        Map<String, Recipe> all = new TreeMap<>();
        all.put("scorecard", new ScorecardRecipe());
        all.put(
                "scorecard-search",
                Recipe.of(new NoSettings(), none -> ScorecardTrainer.searching(new TribuoRegression())));
        all.put("boosted", Recipe.of(BoostedSettings.STANDARD, BoostedTrees::new));
        all.put("boosted-search", Recipe.of(BoostedSettings.searched(SearchBudget.STANDARD), BoostedTrees::new));
        all.put("additive", Recipe.of(AdditiveSettings.STANDARD, AdditiveTrees::new));
        all.put("smile-boosted", Recipe.of(SmileBoostedSettings.STANDARD, SmileBoosted::new));
        return all;
    }

    /** For a trainer that settles everything by itself. */
    record NoSettings() {}

    /** The scorecard, the one trainer that can be given reviewed bins. */
    private static final class ScorecardRecipe implements Recipe {
        @Override
        public Map<String, String> standard() {
            return RecordSettings.values(TrainingSettings.STANDARD);
        }

        @Override
        public ModelTrainer make(Map<String, String> changes, Optional<Path> bins) throws IOException {
            TrainingSettings settings = RecordSettings.with(TrainingSettings.STANDARD, changes);
            return bins.isPresent()
                    ? new ScorecardTrainer(new TribuoRegression(), settings, new BinsPath(bins.get()).read())
                    : new ScorecardTrainer(new TribuoRegression(), settings);
        }
    }

    /** The names of all. */
    static Set<String> names() {
        return ALL.keySet();
    }

    /** How one trainer is made. */
    interface Recipe {
        /** Its settings where nothing is changed, by name. */
        Map<String, String> standard();

        /** Makes it. @param bins a file of reviewed bins, empty when the trainer bins by itself or not at all */
        ModelTrainer make(Map<String, String> changes, Optional<Path> bins) throws IOException;

        /** A trainer whose settings are a record and that knows no reviewed bins. */
        static <S extends Record> Recipe of(S standard, Function<S, ModelTrainer> maker) {
            return new Recipe() {
                @Override
                public Map<String, String> standard() {
                    return RecordSettings.values(standard);
                }

                @Override
                public ModelTrainer make(Map<String, String> changes, Optional<Path> bins) {
                    bins.ifPresent(Trainers::refuseBins);
                    return maker.apply(RecordSettings.with(standard, changes));
                }
            };
        }
    }

    /**
     * The trainer of a name.
     *
     * @param changes settings that differ from the standard
     * @param seed of every random choice, also of those that a trainer's own settings name
     * @throws RecordFault SETTING_INVALID for an unknown name, which lists the known ones, and for unfit settings
     */
    static ModelTrainer named(String name, Map<String, String> changes, long seed, Optional<Path> bins)
            throws IOException {
        Recipe recipe = recipe(name);
        if (changes.containsKey(SEED)) {
            throw new RecordFault(ProblemCode.SETTING_INVALID, "The seed is given by --seed, not among the settings");
        }
        Map<String, String> all = new TreeMap<>(changes);
        if (recipe.standard().containsKey(SEED)) {
            all.put(SEED, String.valueOf(seed));
        }
        return recipe.make(all, bins);
    }

    /** The settings of a manifest that the trainer takes; what training itself noted there is left out. */
    static Map<String, String> taken(String name, Map<String, String> manifest) {
        Map<String, String> taken = new TreeMap<>(manifest);
        taken.keySet().retainAll(recipe(name).standard().keySet());
        taken.remove(SEED);
        return taken;
    }

    private static Recipe recipe(String name) {
        Recipe recipe = ALL.get(name);
        if (recipe == null) {
            throw new RecordFault(
                    ProblemCode.SETTING_INVALID,
                    "There is no trainer \"" + name + "\"; the known ones are " + String.join(", ", ALL.keySet()));
        }
        return recipe;
    }

    private static void refuseBins(Path bins) {
        throw new RecordFault(
                ProblemCode.SETTING_INVALID,
                "This trainer takes no reviewed bins",
                java.util.List.of(new Violation(
                        "--bins", "must be left out for this trainer", bins.toString(), "choose another trainer")));
    }
}
