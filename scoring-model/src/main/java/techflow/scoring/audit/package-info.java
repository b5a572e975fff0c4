/**
 * The audit log: who asked what about whom, when and why, chained by hashes so that a change afterwards shows.
 *
 * <p>Entry types: {@link techflow.scoring.audit.AuditEvent}, what is written; {@link techflow.scoring.audit.ChainCheck},
 * which walks a chain and names the first link that does not hold; {@link techflow.scoring.audit.AuditAnchor}, the heads
 * of all chains as they are kept outside.
 *
 * <p>Invariants: an event is canonical JSON (members sorted, texts only, instants in UTC with six digits); a link's hash
 * is SHA-256 of the previous hash followed by the UTF-8 bytes of the event; the first hash of a chain is made of its
 * month and lane; sequence numbers begin at 1 and leave no gap. The log holds hashes of what was answered and never the
 * answer, so that it stays whole when retention removes answers. Whoever owns the database can build a whole chain anew:
 * only an anchor kept elsewhere shows that.
 *
 * <pre>{@code
 * AuditEvent event = AuditEvent.of(AuditKind.KEY_REVOKED, now, "default", "key-1a2b").on("key-77ff");
 * // insert into audit_event (event) values (event.json())
 * }</pre>
 */
@NullMarked
package techflow.scoring.audit;

import org.jspecify.annotations.NullMarked;
