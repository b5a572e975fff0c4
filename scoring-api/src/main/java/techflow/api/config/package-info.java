/**
 * Settings and wiring. Entry type: {@link techflow.api.config.ServiceConfiguration}.
 *
 * <p>Settings are records that refuse a wrong value with its name, the rule and the value found: {@link
 * techflow.api.config.DatabaseProperties} ({@code techflow.database.*}), {@link
 * techflow.api.config.ScoringProperties} ({@code techflow.scoring.*}). Environment variables work too:
 * {@code TECHFLOW_DATABASE_URL} sets {@code techflow.database.url}. The service is ready when the schema is the expected
 * one and a verified model answers; until then {@code /actuator/health/readiness} is 503 and says why in the log.
 */
@NullMarked
package techflow.api.config;

import org.jspecify.annotations.NullMarked;
