package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import techflow.api.application.Objection;

/** The bodies about objections, for the API description; {@link ObjectionReader} reads and checks them. */
final class ObjectionRequest {
    private ObjectionRequest() {}

    /** The body that files one. */
    @Schema(name = "ObjectionRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record Claim(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 18, maxLength = 18)
            String uscc,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Objection.ItemKind itemKind,

            @Schema(
                    description = "KIND/natural key of a signal, name of a feature, or id of a score",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 200)
            String item,

            @Schema(
                    description = "What the enterprise says, in its own words",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 2000)
            String statement) {}

    /** The body that answers one. */
    @Schema(name = "ObjectionReply", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record Reply(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Objection.Outcome outcome,

            @Schema(
                    description = "The written answer; of a noted objection it stands in every answer about the firm",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 2000)
            String text,

            @Schema(description = "Which load or signal corrects the item; with CORRECTED only", maxLength = 200)
            String correction) {}
}
