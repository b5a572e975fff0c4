package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import techflow.api.application.KeysAtWork;
import techflow.api.application.RequestKey;
import techflow.api.application.RequestKeys;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestRequests;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/** One request, one score, however often it is sent. */
class IdempotencyApiTest {
    private static final RunningService SERVICE = RunningService.shared();
    private static final String SOUND = TestRequests.json(TestFirms.SOUND);

    @Test
    void the_same_request_again_gives_the_same_bytes_and_no_second_score() {
        String key = UUID.randomUUID().toString();
        long before = scores();
        EntityExchangeResult<byte[]> first = created(post(key, SOUND));
        assertThat(first.getResponseHeaders().containsHeader("Idempotency-Replayed"))
                .isFalse();
        for (String again : List.of(key, '"' + key + '"')) {
            EntityExchangeResult<byte[]> second = created(post(again, SOUND));
            assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
            assertThat(second.getResponseHeaders().getFirst("Idempotency-Replayed"))
                    .isEqualTo("true");
            assertThat(second.getResponseHeaders().getETag())
                    .isEqualTo(first.getResponseHeaders().getETag());
            assertThat(second.getResponseHeaders().getLocation())
                    .isEqualTo(first.getResponseHeaders().getLocation());
        }
        assertThat(scores()).isEqualTo(before + 1);
    }

    @Test
    void twenty_at_once_give_one_score() {
        String key = UUID.randomUUID().toString();
        long before = scores();
        List<String> answers = Objects.requireNonNull(Flux.range(0, 20)
                .flatMap(
                        i -> Mono.fromCallable(() -> post(key, SOUND)
                                        .expectBody(String.class)
                                        .returnResult())
                                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()),
                        20)
                .map(result -> result.getStatus().value() + " "
                        + (result.getStatus().value() == 201
                                ? result.getResponseBody()
                                : result.getResponseHeaders().getFirst("Retry-After")))
                .collectList()
                .block(Duration.ofSeconds(60)));
        List<String> different = answers.stream().distinct().toList();
        assertThat(scores()).isEqualTo(before + 1);
        assertThat(different.stream().filter(a -> a.startsWith("201 "))).hasSize(1);
        assertThat(different.stream().filter(a -> !a.startsWith("201 "))).allMatch(a -> a.equals("409 2"));
    }

    @Test
    void two_instances_at_once_give_one_score() {
        try (RunningService one = RunningService.ready();
                RunningService two = one.second()) {
            String key = UUID.randomUUID().toString();
            List<String> answers = Objects.requireNonNull(Flux.just(one, two)
                    .flatMap(service -> Mono.fromCallable(() -> post(service, key, SOUND)
                                    .expectStatus()
                                    .isCreated()
                                    .expectBody(String.class)
                                    .returnResult()
                                    .getResponseBody())
                            .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
                    .collectList()
                    .block(Duration.ofSeconds(60)));
            assertThat(answers.getFirst()).isEqualTo(answers.getLast());
        }
    }

    @Test
    void a_missing_or_malformed_key_is_refused_with_advice() {
        for (String wrong : new String[] {"", "short", "with space in it", "k".repeat(129), "back\\slash"}) {
            var request = SERVICE.bare().post().uri("/v1/scores").contentType(MediaType.APPLICATION_JSON);
            if (!wrong.isEmpty()) {
                request.header("Idempotency-Key", wrong);
            }
            request.bodyValue(SOUND)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("REQUEST_INVALID")
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("Idempotency-Key")
                    .jsonPath("$.errors[0].advice")
                    .isNotEmpty();
        }
    }

    @Test
    void the_same_key_for_another_request_is_refused() {
        String key = UUID.randomUUID().toString();
        created(post(key, SOUND));
        post(key, TestRequests.json(TestFirms.SOUND, "LOAN_REVIEW"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void another_caller_may_use_the_same_key() {
        String key = UUID.randomUUID().toString();
        byte[] ours = Objects.requireNonNull(created(post(key, SOUND)).getResponseBody());
        EntityExchangeResult<byte[]> theirs = created(SERVICE.anonymous()
                .post()
                .uri("/v1/scores")
                .header("X-API-Key", RunningService.OTHER_KEY)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(SOUND)
                .exchange());
        assertThat(theirs.getResponseBody()).isNotEqualTo(ours);
        assertThat(theirs.getResponseHeaders().containsHeader("Idempotency-Replayed"))
                .isFalse();
    }

    @Test
    void what_was_refused_is_judged_again_under_the_same_key() {
        String key = UUID.randomUUID().toString();
        post(key, TestRequests.json(TestFirms.UNKNOWN))
                .expectStatus()
                .isNotFound()
                .expectBody();
        created(post(key, SOUND));
    }

    @Test
    void a_key_at_work_is_told_and_free_again_however_the_work_ends() {
        KeysAtWork keys = new KeysAtWork();
        RequestKey key = RequestKey.ofClient("officer", "12345678", "f");
        Sinks.One<String> answer = Sinks.one();
        var first = keys.alone("bank", key, answer.asMono()).toFuture();
        assertThat(fault(keys, "bank", key)).isEqualTo(ProblemCode.IDEMPOTENCY_KEY_IN_USE);
        assertThat(keys.alone("other", key, Mono.just("theirs")).block()).isEqualTo("theirs");
        first.cancel(true);
        assertThat(keys.alone("bank", key, Mono.just("free")).block()).isEqualTo("free");
    }

    @Test
    void a_request_that_broke_off_leaves_no_claim_and_old_keys_are_swept() {
        try (RunningService service = RunningService.ready()) {
            String key = UUID.randomUUID().toString();
            service.sql("alter table score_log rename to score_log_away");
            post(service, key, SOUND).expectStatus().isEqualTo(503).expectBody();
            service.sql("alter table score_log_away rename to score_log");
            byte[] first =
                    Objects.requireNonNull(created(post(service, key, SOUND)).getResponseBody());
            assertThat(created(post(service, key, SOUND)).getResponseBody()).isEqualTo(first);

            RequestKeys keys = service.context().getBean(RequestKeys.class);
            assertThat(keys.sweep(Instant.now().minusSeconds(3600)).block()).isZero();
            assertThat(keys.sweep(Instant.now().plusSeconds(1)).block()).isOne();
            assertThat(created(post(service, key, SOUND)).getResponseBody()).isNotEqualTo(first);
        }
    }

    private static ProblemCode fault(KeysAtWork keys, String tenant, RequestKey key) {
        return keys.alone(tenant, key, Mono.just("second"))
                .map(answered -> ProblemCode.INTERNAL)
                .onErrorResume(RecordFault.class, fault -> Mono.just(fault.code()))
                .blockOptional()
                .orElseThrow();
    }

    private static long scores() {
        return SERVICE.number("select count(*) from score_log");
    }

    private static ResponseSpec post(String key, String body) {
        return post(SERVICE, key, body);
    }

    private static ResponseSpec post(RunningService service, String key, String body) {
        return service.bare()
                .post()
                .uri("/v1/scores")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static EntityExchangeResult<byte[]> created(ResponseSpec response) {
        return response.expectStatus().isCreated().expectBody(byte[].class).returnResult();
    }
}
