/**
 * Every meter of the service, in one place. Entry type: {@link techflow.api.metrics.ScoreMeters}.
 *
 * <p>Names on {@code /actuator/prometheus}, all with base units and bounded tags, never an id of a firm or a request:
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><td>{@code techflow_score_requests_total}</td><td>channel, outcome, model_version</td></tr>
 * <tr><td>{@code techflow_score_not_scored_total}</td><td>reason</td></tr>
 * <tr><td>{@code techflow_score_stage_duration_seconds}</td><td>stage; fixed buckets from 1 ms to 2.5 s</td></tr>
 * <tr><td>{@code techflow_score_points}</td><td>histogram with the limits of the credit grades as buckets</td></tr>
 * <tr><td>{@code techflow_score_grade_total}</td><td>grade R1–R10</td></tr>
 * <tr><td>{@code techflow_technology_grade_total}</td><td>grade T1–T10, or NONE</td></tr>
 * <tr><td>{@code techflow_model_info}</td><td>always 1; model_id, version, sha8, alias</td></tr>
 * <tr><td>{@code techflow_model_refused_total}</td><td>code; alert on any increase</td></tr>
 * <tr><td>{@code techflow_db_pool_acquired}, {@code _pending}, {@code _max}</td><td>connections</td></tr>
 * <tr><td>{@code techflow_scoring_queue}</td><td>requests that wait for a scoring thread</td></tr>
 * </table>
 */
@NullMarked
package techflow.api.metrics;

import org.jspecify.annotations.NullMarked;
