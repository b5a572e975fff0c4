package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import techflow.api.application.Purpose;

/** The body of a request for a score, for the API description; {@link ScoreRequestReader} reads and checks it. */
@Schema(description = "A request for one score", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record ScoreRequest(
        @Schema(
                description = "Unified social credit code, 18 characters, check character included",
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 18,
                maxLength = 18)
        String uscc,

        @Schema(description = "Day in China or instant; only what was known before it is used; default is now")
        String asOf,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Purpose purpose,

        @Schema(
                description = "Number of the data subject's authorisation",
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 4,
                maxLength = 64)
        String authorisationId) {}
