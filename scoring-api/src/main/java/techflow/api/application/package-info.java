/**
 * Use cases and the ports they need; no web, no database.
 *
 * <p>Entry type: {@link techflow.api.application.ScoreEnterprise}. The model that answers is held by
 * {@link techflow.api.application.ActiveModel}: it follows the registry's champion, takes over only an artefact that
 * verifies itself, and keeps the previous one when a new one is refused. Ports: {@link
 * techflow.api.application.SnapshotReader}, {@link techflow.api.application.ScoreLog}, {@link
 * techflow.api.application.ModelSource}, {@link techflow.api.application.EnterpriseDirectory}, {@link
 * techflow.api.serving.ModelLoader}, {@link techflow.api.application.ScoreObserver}.
 *
 * <p>Invariants: no answer leaves before it is logged; CPU work runs on a bounded scheduler, never on the event loop;
 * faults are {@link techflow.problem.TechflowException}s.
 */
@NullMarked
package techflow.api.application;

import org.jspecify.annotations.NullMarked;
