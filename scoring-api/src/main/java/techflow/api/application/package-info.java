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
 * <p>{@link techflow.api.application.ScoreOnce} gives one score for one {@link techflow.api.application.RequestKey};
 * {@link techflow.api.application.ScoreRows} scores many, each with its own outcome, for
 * {@link techflow.api.application.ScoreBatch} (while the caller waits) and {@link techflow.api.application.JobRunner} (while
 * nobody does). {@link techflow.api.application.WhatIf} supposes, and logs no score.
 * {@link techflow.api.application.IngestSignals} takes signals in.
 *
 * <p>The law: {@link techflow.api.application.AuthorisationCheck} admits a query or refuses it by name, {@link
 * techflow.api.application.Objections} marks what an enterprise objects to, {@link techflow.api.application.AuditTrail}
 * reads who asked what and why, {@link techflow.api.application.ScoreAudit} says what the audit log holds of a query.
 *
 * <p>Invariants: nothing of a firm is looked at without its live authorisation; no answer leaves before it and its audit
 * event are logged; CPU work runs on a bounded scheduler, never on the event loop;
 * faults are {@link techflow.problem.TechflowException}s.
 */
@NullMarked
package techflow.api.application;

import org.jspecify.annotations.NullMarked;
