/**
 * The registry in PostgreSQL: tables {@code model_artifact} and {@code model_event}, which the database itself keeps
 * append-only. Entry type: {@link techflow.scoring.registry.postgres.PostgresModelRegistry}.
 */
@NullMarked
package techflow.scoring.registry.postgres;

import org.jspecify.annotations.NullMarked;
