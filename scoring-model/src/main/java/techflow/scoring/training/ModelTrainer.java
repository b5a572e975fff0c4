package techflow.scoring.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import techflow.features.definition.FeatureName;
import techflow.scoring.model.ScoringModel;

/**
 * Port: learns the log-odds good : bad of labelled vectors and answers in a served form. The same task gives the same
 * model, to the last bit.
 */
public interface ModelTrainer {
    /** Stable word for commands and manifests, such as {@code scorecard}. */
    String name();

    /** Name and version of each library that takes part, for the manifest. */
    List<Library> libraries();

    /** Hyper-parameters by name, for the manifest. */
    Map<String, String> settings();

    /**
     * Trains.
     *
     * @throws techflow.problem.ModelFault TRAINING_DATA_UNFIT when goods or bads are absent, or nothing can be learned
     */
    Trained train(TrainingTask task, TrainingProgress progress);

    /** A library. */
    record Library(String name, String version) {}

    /** A feature that was left out, and why. */
    record Dropped(FeatureName feature, String reason) {}

    /**
     * What is to be learned.
     *
     * @param set the training rows; whoever stops early takes the latest of them to stop on
     * @param candidates the features that may enter
     * @param verification rows for which the trainer tells its own prediction
     * @param seed of every random choice
     */
    record TrainingTask(TrainingSet set, List<Candidate> candidates, TrainingSet verification, long seed) {
        public TrainingTask {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * A model in a served form.
     *
     * @param model the model
     * @param ownLogOdds log-odds good : bad of the verification rows as the library that trained computes them, by which the
     *     served form is checked
     * @param informationValues of every feature for which one was computed
     * @param dropped features left out, in the order of the decisions
     * @param chosen what training itself settled, such as the number of rounds, for the manifest
     */
    record Trained(
            ScoringModel model,
            List<Double> ownLogOdds,
            Map<FeatureName, Double> informationValues,
            List<Dropped> dropped,
            Map<String, String> chosen) {
        public Trained {
            ownLogOdds = List.copyOf(ownLogOdds);
            informationValues = Map.copyOf(informationValues);
            dropped = List.copyOf(dropped);
            chosen = Map.copyOf(chosen);
        }

        /** The same with more that training noted. */
        Trained noting(Map<String, String> more) {
            Map<String, String> all = new TreeMap<>(chosen);
            all.putAll(more);
            return new Trained(model, ownLogOdds, informationValues, dropped, all);
        }
    }
}
