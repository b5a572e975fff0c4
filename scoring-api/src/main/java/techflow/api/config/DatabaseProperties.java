package techflow.api.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach PostgreSQL. Every time limit is explicit; none is infinite.
 *
 * @param url {@code postgresql://[user[:password]@]host[:port]/database}; the prefixes {@code r2dbc:} and {@code jdbc:}
 *     are taken off
 * @param user goes before the URL's user
 * @param password goes before the URL's password
 * @param pool sizes and time limits of the pool
 * @param statementTimeout after this the server itself ends a statement
 * @param answerTimeout after this we give up every connection, because not even the server's refusal arrived; longer than
 *     {@code statementTimeout}
 */
@ConfigurationProperties("techflow.database")
public record DatabaseProperties(
        @DefaultValue("postgresql://localhost:5432/techflow")
        String url,

        @Nullable String user,
        @Nullable String password,
        @DefaultValue Pool pool,
        @DefaultValue("5s") Duration statementTimeout,
        @DefaultValue("6s") Duration answerTimeout) {
    private static final int DEFAULT_PORT = 5432;

    /**
     * The pool.
     *
     * @param size most connections, 1 to 100
     * @param acquireTimeout longest wait for a connection
     * @param connectTimeout longest time to open one
     * @param idleTime idle connections are closed after this
     * @param lifeTime every connection is closed after this
     */
    public record Pool(
            @DefaultValue("10") int size,
            @DefaultValue("2s") Duration acquireTimeout,
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("10m") Duration idleTime,
            @DefaultValue("30m") Duration lifeTime) {
        public Pool {
            if (size < 1 || size > 100) {
                throw new IllegalArgumentException("techflow.database.pool.size must lie in 1 to 100, found " + size);
            }
            requirePositive("pool.acquire-timeout", acquireTimeout);
            requirePositive("pool.connect-timeout", connectTimeout);
            requirePositive("pool.idle-time", idleTime);
            requirePositive("pool.life-time", lifeTime);
        }
    }

    public DatabaseProperties {
        requirePositive("statement-timeout", statementTimeout);
        if (answerTimeout.compareTo(statementTimeout) <= 0) {
            throw new IllegalArgumentException(
                    "techflow.database.answer-timeout must be longer than statement-timeout, " + statementTimeout
                            + ", found " + answerTimeout);
        }
        parse(url);
    }

    public String host() {
        return parse(url).getHost();
    }

    public int port() {
        int port = parse(url).getPort();
        return port < 0 ? DEFAULT_PORT : port;
    }

    public String database() {
        return parse(url).getPath().substring(1);
    }

    /** The user to connect as; {@code postgres} when nothing names one. */
    public String username() {
        return Optional.ofNullable(user)
                .filter(text -> !text.isBlank())
                .or(() -> userInfo(0))
                .orElse("postgres");
    }

    /** The password, empty when the server asks for none. */
    public Optional<String> secret() {
        return Optional.ofNullable(password).filter(text -> !text.isBlank()).or(() -> userInfo(1));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "postgresql://" + username() + "@" + host() + ":" + port() + "/" + database();
    }

    private Optional<String> userInfo(int part) {
        return Optional.ofNullable(parse(url).getUserInfo())
                .map(info -> info.split(":", 2))
                .filter(parts -> parts.length > part && !parts[part].isEmpty())
                .map(parts -> parts[part]);
    }

    /** The message never repeats the URL, which may hold a password. */
    private static URI parse(String url) {
        String bare = url.replaceFirst("^(r2dbc|jdbc):", "").replaceFirst("^postgres:", "postgresql:");
        if (bare.startsWith("postgresql://")) {
            try {
                URI uri = URI.create(bare);
                if (uri.getHost() != null
                        && uri.getPath() != null
                        && uri.getPath().length() > 1) {
                    return uri;
                }
            } catch (IllegalArgumentException e) {
                throw refusal();
            }
        }
        throw refusal();
    }

    private static IllegalArgumentException refusal() {
        return new IllegalArgumentException("techflow.database.url (TECHFLOW_DATABASE_URL) must be of the form"
                + " postgresql://[user[:password]@]host[:port]/database, found something else (not shown: it may hold a"
                + " password)");
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("techflow.database." + name + " must be above 0, found " + value);
        }
    }
}
