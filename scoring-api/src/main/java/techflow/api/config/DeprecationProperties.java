package techflow.api.config;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.util.pattern.PathPatternParser;
import techflow.api.web.Deprecations;

/**
 * Parts of the API that will go; none now.
 *
 * @param notices the first one whose path matches is told
 */
@ConfigurationProperties("techflow.deprecation")
public record DeprecationProperties(@DefaultValue List<Notice> notices) {
    /**
     * One part.
     *
     * @param path pattern such as {@code /v1/old/**}
     * @param since from when it should no longer be used
     * @param sunset when it will be gone
     * @param link where to read what to use instead
     */
    public record Notice(
            String path,
            Instant since,
            @Nullable Instant sunset,
            @Nullable URI link) {}

    public DeprecationProperties {
        notices = List.copyOf(notices);
        notices.forEach(DeprecationProperties::notice); // a wrong one stops the start
    }

    List<Deprecations.Notice> asNotices() {
        return notices.stream().map(DeprecationProperties::notice).toList();
    }

    private static Deprecations.Notice notice(Notice notice) {
        try {
            return new Deprecations.Notice(
                    PathPatternParser.defaultInstance.parse(notice.path()),
                    notice.since(),
                    Optional.ofNullable(notice.sunset()),
                    Optional.ofNullable(notice.link()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("techflow.deprecation.notices: " + e.getMessage(), e);
        }
    }
}
