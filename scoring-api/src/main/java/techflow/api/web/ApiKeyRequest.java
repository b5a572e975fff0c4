package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import techflow.scoring.access.Role;

/** The bodies of requests for keys, for the API description; {@link ApiKeyRequestReader} reads and checks them. */
@Schema(description = "A request for an access key", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record ApiKeyRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Role> roles,

        @Schema(
                description = "What it is for",
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = 100)
        String label,

        @Schema(description = "Instant from which it is refused; default is 365 days from now, at most 3,653")
        String expiresAt) {
    /** The body of a rotation, which may be left out. */
    @Schema(description = "How to rotate a key", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record Rotation(
            @Schema(
                    description = "Hours for which the old key works on, 0 to 744; default is 24",
                    minimum = "0",
                    maximum = "744")
            int overlapHours) {}
}
