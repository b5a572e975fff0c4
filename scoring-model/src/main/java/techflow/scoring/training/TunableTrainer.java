package techflow.scoring.training;

/** A trainer that settles its hyper-parameters on the training rows, by parts of them alone. */
public interface TunableTrainer extends ModelTrainer {
    /**
     * The trainer with every hyper-parameter settled for these rows: it trains without looking for any, so that it can be
     * repeated on parts of them or later, and {@link #train} is {@code settled(task).train(task)}.
     *
     * @throws techflow.problem.ModelFault TRAINING_DATA_UNFIT when goods or bads are absent, or nothing can be learned
     */
    ModelTrainer settled(TrainingTask task, TrainingProgress progress);
}
