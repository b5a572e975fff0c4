package techflow.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import techflow.api.security.key.KeyStore;
import techflow.api.security.key.ManageKeys;
import techflow.scoring.access.Role;

/** An access key as its administrator sees it. What has not happened is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiKeyAnswer(
        String keyId,

        @Schema(description = "The key itself, in the answer that creates it and never again") @Nullable
        String key,

        String tenant,
        List<Role> roles,
        String label,
        Instant createdAt,
        String createdBy,

        @Schema(description = "From then on it is refused; missing when it does not end by itself") @Nullable
        Instant expiresAt,

        @Nullable Instant revokedAt,

        @Schema(description = "The key that took over; this one works until expiresAt") @Nullable
        String replacedBy,

        @Schema(description = "To the hour") @Nullable Instant lastUsedAt) {
    /** Every key of the tenant, oldest first. */
    record Keys(List<ApiKeyAnswer> items) {}

    static ApiKeyAnswer of(KeyStore.Entry entry) {
        return of(entry, Optional.empty());
    }

    static ApiKeyAnswer of(ManageKeys.Fresh fresh) {
        return of(fresh.entry(), Optional.of(fresh.secret()));
    }

    private static ApiKeyAnswer of(KeyStore.Entry entry, Optional<String> secret) {
        KeyStore.Grant grant = entry.grant();
        return new ApiKeyAnswer(
                entry.id(),
                secret.orElse(null),
                grant.tenant(),
                grant.sortedRoles(),
                grant.label(),
                entry.created(),
                entry.createdBy(),
                grant.ends().orElse(null),
                entry.revoked().orElse(null),
                entry.replacedBy().orElse(null),
                entry.lastUsed().orElse(null));
    }
}
