package techflow.api.security;

/** Told of what monitoring counts about callers; never told who they are. */
public interface SecurityObserver {
    /** How a caller showed who it is. */
    enum Credential {
        KEY,
        TOKEN
    }

    /** A credential was looked at. */
    void authenticated(Credential credential, boolean good);

    /** A request was refused for its frequency. @param policy client, tenant or authentication */
    void limited(String policy);
}
