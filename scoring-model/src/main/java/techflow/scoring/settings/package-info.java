/**
 * The settings of the technology side, read from YAML that a credit officer can read and change.
 *
 * <p>Entry type: {@link techflow.scoring.settings.TechnologySettings}. {@code TechnologySettings.shipped()} gives the
 * shipped file {@code /techflow/technology-index.yaml}; <b>its weights, curves and limits are our own example
 * (示例，非官方)</b>, because no official ones are published. The sections {@code certificates} (what the certificate rules
 * take from general knowledge) and {@code warnings} (rules that tell a warning) may be left out, as the files of earlier
 * releases do. Load another table without a change of code:
 *
 * <pre>{@code
 * TechnologySettings settings = TechnologySettings.read(Files.readString(path));
 * TechnologyAssessment assessment = settings.index().assess(vector);
 * }</pre>
 *
 * <p>Invariants: a file is used whole or refused whole, with every broken rule listed by its place in the file; a key
 * that is not known is a broken rule, so that no misspelt setting is passed over; the version names the bytes, because
 * it ends with the hash of the text.
 */
@NullMarked
package techflow.scoring.settings;

import org.jspecify.annotations.NullMarked;
