package techflow.api.application;

/** The stages of answering that are timed, in order. */
public enum Stage {
    VALIDATE,
    SNAPSHOT,
    FEATURES,
    SCORE,
    RENDER,
    PERSIST
}
