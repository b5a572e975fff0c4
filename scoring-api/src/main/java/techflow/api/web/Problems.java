package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems that any operation can answer with, for the API description. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "400",
        description = "REQUEST_INVALID, with every broken rule",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "401",
        description = "UNAUTHENTICATED",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description =
                "FORBIDDEN: no role or scope of the caller allows it; or for a query of a firm AUTHORISATION_MISSING,"
                        + " _EXPIRED, _REVOKED or _OUT_OF_SCOPE",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "404",
        description =
                "Unknown to this caller: ENTERPRISE_, SCORE_, AUTHORISATION_, OBJECTION_, JOB_, MODEL_, FEATURE_ or"
                        + " KEY_UNKNOWN",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "429",
        description = "RATE_LIMITED; see RateLimit and Retry-After",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "MODEL_UNAVAILABLE, STORE_UNAVAILABLE or OVERLOADED; see Retry-After",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
public @interface Problems {}
