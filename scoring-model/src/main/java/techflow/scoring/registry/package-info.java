/**
 * The model registry: artefacts by hash, and an append-only ledger of who gave which alias to which model, when and why.
 *
 * <p>Entry type: the port {@link techflow.scoring.registry.ModelRegistry}; adapters in {@code .file} and
 * {@code .postgres}, shown alike by one kit. Publishing is idempotent by hash. The newest event of an alias tells which
 * model bears it, so there is never more than one champion, and "who was champion on that day" has an answer. Bytes are
 * hashed again whenever they are read.
 *
 * <p>{@link techflow.scoring.registry.Promotion} keeps the rules that need the model: who trained does not approve, and a
 * champion of real firms needs an approver and a validation report, which {@link
 * techflow.scoring.registry.ValidationEvidence} reads and judges. {@link techflow.scoring.registry.TrustedModelRegistry}
 * asks for signatures on top.
 *
 * <pre>{@code
 * RegisteredModel model = registry.publish(bytes, "training job", now);
 * registry.promote(ModelAlias.CHAMPION, model.sha256(), new Change("release job", "passed the gates of 2026-11", now)
 *         .approvedBy("head of risk")
 *         .relyingOn(reportSha256));
 * byte[] champion = registry.read(registry.bearer(ModelAlias.CHAMPION).orElseThrow());
 * }</pre>
 */
@NullMarked
package techflow.scoring.registry;

import org.jspecify.annotations.NullMarked;
