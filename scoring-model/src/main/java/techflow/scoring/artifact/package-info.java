/**
 * The model as one self-verifying JSON document, and the canonical JSON of vectors and results.
 *
 * <p>Entry types: {@link techflow.scoring.artifact.ModelArtifact}; {@link techflow.scoring.artifact.ArtifactWriter} and
 * {@link techflow.scoring.artifact.ArtifactReader}; {@link techflow.scoring.artifact.ArtifactVerifier}, which lets a
 * model reproduce its own rows before it may serve.
 *
 * <pre>{@code
 * {"format":1,"sha256":"<64 hex digits>","artifact":{"manifest":…,"schema":…,"model":…, … ,"verification":[…]}}
 * }</pre>
 *
 * <p>The document has no white space outside strings; {@code sha256} is the hash of the bytes of the {@code artifact}
 * value as they stand in the file, and the bytes before and after them are fixed, so any flipped byte is refused. Two
 * hashes, never to be mixed: that one guards the document from within; {@link
 * techflow.scoring.artifact.ArtifactReader#sha256} is the SHA-256 of <em>all</em> bytes of the file and is the name that
 * registries, score logs and {@link techflow.scoring.model.ModelRef} use.
 *
 * <p>Doubles are the shortest text that reads back to the same bits; infinite bin edges are the strings
 * {@code "Infinity"} and {@code "-Infinity"}. A member that came later, such as {@link
 * techflow.scoring.artifact.Provenance}, is optional, so that older files stay readable. One file of every released format is kept among the tests for ever.
 */
@NullMarked
package techflow.scoring.artifact;

import org.jspecify.annotations.NullMarked;
