/**
 * The scoring service: WebFlux, R2DBC, Thymeleaf pages, metrics. Entry type: {@link techflow.api.ScoringApiApplication}.
 *
 * <p>One path serves the API and the pages: {@link techflow.api.application.ScoreEnterprise} reads one firm's history,
 * cuts it, computes features, asks the active model, and logs inputs, result and answer before the answer leaves. The
 * page is built from the logged answer, so its numbers cannot differ from the API's.
 *
 * <pre>{@code
 * TECHFLOW_DATABASE_URL=postgresql://techflow@localhost:5432/techflow java -jar techflow-api.jar
 * curl -H 'X-API-Key: tf_…' -H 'Content-Type: application/json' localhost:8080/v1/scores \
 *      -d '{"uscc":"91000000M0000001XE","purpose":"LOAN_ORIGINATION","authorisationId":"A-2026-0001"}'
 * }</pre>
 */
@NullMarked
package techflow.api;

import org.jspecify.annotations.NullMarked;
