/**
 * The audit log in PostgreSQL, as the command line reads and writes it.
 *
 * <p>Entry type: {@link techflow.scoring.audit.postgres.PostgresAuditLog}. The database itself links the rows, in a trigger
 * of the table {@code audit_event}; nobody else computes a hash that is written.
 */
@NullMarked
package techflow.scoring.audit.postgres;

import org.jspecify.annotations.NullMarked;
