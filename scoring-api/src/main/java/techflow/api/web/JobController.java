package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.api.application.Channel;
import techflow.api.application.JobDesk;
import techflow.api.application.ScoreJob;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Takes jobs, tells of them and hands out what came of their rows. */
@RestController
@RequestMapping(path = JobController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "score-jobs", description = "批量评分任务 Jobs of many scores")
class JobController {
    static final String PATH = "/v1/score-jobs";

    private static final String RETRY_SECONDS = "2";
    /** A list of rows in one JSON object is held in memory; longer ones come as NDJSON. */
    private static final int MOST_JSON_BYTES = 4 << 20;

    private final JobDesk desk;

    JobController(JobDesk desk) {
        this.desk = desk;
    }

    @Operation(
            operationId = "createScoreJob",
            summary = "Submit many requests for scores: NDJSON, or one JSON object with a list",
            parameters =
                    @Parameter(
                            name = IdempotencyHeader.NAME,
                            in = ParameterIn.HEADER,
                            required = true,
                            description = IdempotencyHeader.DESCRIPTION,
                            schema = @Schema(type = "string", minLength = 8, maxLength = 128)),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(implementation = ScoreRequest.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = JobRequest.class))
                            }))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobAnswer.class)))
    @Problems
    @PostMapping(consumes = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<JobAnswer>> create(
            @Parameter(hidden = true) Principal principal, @Parameter(hidden = true) ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> IdempotencyHeader.of(exchange))
                .flatMap(key -> desk.submit(lines(exchange), key, Callers.of(principal, exchange, Channel.API)))
                .map(JobController::accepted);
    }

    @Operation(operationId = "getScoreJob", summary = "How far a job is")
    @Problems
    @GetMapping("/{jobId}")
    Mono<ResponseEntity<JobAnswer>> get(@PathVariable String jobId, @Parameter(hidden = true) Principal principal) {
        return desk.find(jobId, tenant(principal)).map(JobController::state);
    }

    @Operation(
            operationId = "getScoreJobResults",
            summary = "What came of the rows so far, in order; a trailer says whether these are all")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(implementation = RowLine.class)))
    @Problems
    @GetMapping(path = "/{jobId}/results", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> results(
            @PathVariable String jobId,
            @RequestParam(defaultValue = "-1")
                    @Schema(
                            type = "integer",
                            minimum = "-1",
                            description = "Index of the last row that the caller has; what follows it is sent")
                    String after,
            @Parameter(hidden = true) Principal principal,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> index(after))
                .flatMap(index -> NdjsonExchange.send(exchange, desk.results(jobId, tenant(principal), index)));
    }

    @Operation(operationId = "cancelScoreJob", summary = "End a job; what came of its rows so far stays")
    @Problems
    @PostMapping("/{jobId}:cancel")
    Mono<ResponseEntity<JobAnswer>> cancel(@PathVariable String jobId, @Parameter(hidden = true) Principal principal) {
        return desk.cancel(jobId, tenant(principal)).map(JobController::state);
    }

    @Operation(operationId = "resumeScoreJob", summary = "Go on with a job that failed or was cancelled")
    @Problems
    @PostMapping("/{jobId}:resume")
    Mono<ResponseEntity<JobAnswer>> resume(@PathVariable String jobId, @Parameter(hidden = true) Principal principal) {
        return desk.resume(jobId, tenant(principal)).map(JobController::state);
    }

    private static Flux<byte[]> lines(ServerWebExchange exchange) {
        Flux<byte[]> body = NdjsonExchange.body(exchange);
        return MediaType.APPLICATION_NDJSON.equalsTypeAndSubtype(
                        exchange.getRequest().getHeaders().getContentType())
                ? body
                : NdjsonExchange.whole(body, MOST_JSON_BYTES)
                        .map(JobRequest::lines)
                        .flux();
    }

    private static ResponseEntity<JobAnswer> accepted(JobDesk.Submitted submitted) {
        String id = submitted.job().jobId();
        var builder = ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + id))
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        if (submitted.replayed()) {
            builder.header(IdempotencyHeader.REPLAYED, "true");
        }
        return builder.body(JobAnswer.of(submitted.job()));
    }

    private static ResponseEntity<JobAnswer> state(ScoreJob job) {
        var builder = ResponseEntity.ok();
        if (!job.isOver()) {
            builder.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return builder.body(JobAnswer.of(job));
    }

    private static int index(String after) {
        if (after.matches("-1|[0-9]{1,9}")) {
            return Integer.parseInt(after);
        }
        throw new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The place to go on from breaks a rule",
                List.of(new Violation(
                        "after",
                        "must be the index of a row, or -1",
                        after.substring(0, Math.min(after.length(), 20)),
                        "send the index of the last line that arrived, or leave it out to begin with the first")));
    }

    private static String tenant(Principal principal) {
        return Callers.client(principal).tenant();
    }
}
