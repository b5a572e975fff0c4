package techflow.api.application;

import techflow.problem.ProblemCode;
import techflow.scoring.score.CreditScore;

/** Told of everything that monitoring counts about the shadow model. */
public interface ShadowObserver {
    /** The queue was full: a score was not compared. */
    void dropped();

    /** Both models scored the firm. */
    void compared(CreditScore given, CreditScore shadow);

    /** One of both cannot score the firm. @param shadowScored whether it is the shadow model that can */
    void oneScored(boolean shadowScored);

    /** The shadow model failed on a firm. */
    void failed();

    /** Compared scores could not be kept. @param scores how many */
    void lost(int scores);

    /** A shadow model did not pass its checks and is not used. */
    void refused(ProblemCode code);
}
