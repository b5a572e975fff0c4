/**
 * What a model must show before it may be promoted: figures by name, limits read from a file, verdicts, and overrides that
 * somebody answers for.
 *
 * <p>Entry types: {@link techflow.scoring.validation.gate.GatesFile}, {@link techflow.scoring.validation.gate.GateVerdicts}.
 * A figure that could not be computed is never a silent pass: its gate says NOT_ASSESSED, and fails when it is required.
 */
@NullMarked
package techflow.scoring.validation.gate;

import org.jspecify.annotations.NullMarked;
