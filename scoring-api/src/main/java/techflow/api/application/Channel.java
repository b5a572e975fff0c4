package techflow.api.application;

/** Where a request came from. */
public enum Channel {
    API,
    WEB
}
