package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import techflow.api.application.Purpose;

/** The body that files an authorisation, for the API description; {@link AuthorisationReader} reads and checks it. */
@Schema(
        description = "An authorisation that an enterprise granted and signed",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record AuthorisationRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 18, maxLength = 18)
        String uscc,

        @Schema(
                description = "Its number as the lender numbers it; scores name it",
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 4,
                maxLength = 64)
        String authorisationId,

        @Schema(description = "What for", requiredMode = Schema.RequiredMode.REQUIRED)
        List<Purpose> purposes,

        @Schema(
                description = "Day in China, from its first moment, or instant",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String grantedAt,

        @Schema(
                description = "Day in China, to its last moment, or instant, excluded",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String expiresAt,

        @Schema(
                description = "SHA-256 of the signed document, hexadecimal",
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 64,
                maxLength = 64)
        String evidenceSha256) {
    /** The body that revokes one. */
    @Schema(name = "RevocationRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record Revocation(
            @Schema(
                    description = "Why, as the enterprise gave it",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 500)
            String reason) {}
}
