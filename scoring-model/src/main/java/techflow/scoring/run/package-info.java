/**
 * The record of every training: what it was given, what it ran on, what it gave.
 *
 * <p>Entry types: {@link techflow.scoring.run.RunRecord}; the port {@link techflow.scoring.run.RunLog}, whose adapters stand
 * beside those of the model registry; {@link techflow.scoring.run.Facts}, which turns runs and models into lines that can
 * be laid side by side.
 *
 * <p>A record repeats the manifest of the model that came out and adds what differs from run to run and therefore must not
 * stand in the artefact: when, on what machine, how long. Records are append-only and append-only they stay: a run that
 * gave a bad model is as much a fact as one that gave a good one. Times in seconds.
 *
 * <pre>{@code
 * runs.append(record);
 * FactTable table = FactTable.of("A", Facts.of(first), "B", Facts.of(second));
 * String markdown = table.markdown();
 * }</pre>
 */
@NullMarked
package techflow.scoring.run;

import org.jspecify.annotations.NullMarked;
