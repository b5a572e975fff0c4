/**
 * The validation of a model: what somebody who signs for it has to know, computed. One class a section, in the order in
 * which {@link techflow.scoring.validation.ValidationReport} lists them; {@link techflow.scoring.validation.report} puts
 * them on paper.
 *
 * <p>Entry types: {@link techflow.scoring.validation.Validation}, which runs every section on a {@link
 * techflow.scoring.validation.ValidationSubject}; {@link techflow.scoring.validation.ValidationRows}, which says which rows
 * the model may be judged by.
 *
 * <p>Invariants: a model is judged only by rows that it was neither fitted nor calibrated on, out of time or out of fold. Every
 * figure stands with its number of rows and defaults. Orientation: {@code bad = true}, log-odds good : bad, R1 best. Pure
 * computation: no clock but the one that is handed in for the timing, no randomness but what a seed gives.
 *
 * <pre>{@code
 * ValidationReport report = new Validation(GatesReader.shipped(), seed).run(subject, Instant.now(), System::nanoTime);
 * new ReportFiles(report).write(folder, Language.BOTH);   // report.html and report.json
 * }</pre>
 */
@NullMarked
package techflow.scoring.validation;

import org.jspecify.annotations.NullMarked;
