/**
 * From the bytes of an artefact to a model that may answer.
 *
 * <p>Entry type: {@link techflow.api.serving.ArtifactLoader}. Its order is the contract: the hash that the registry
 * names, the format, the schema of this build's catalogue, the artefact's own verification rows; whatever fails is a
 * {@link techflow.problem.ModelFault} and the model does not answer.
 */
@NullMarked
package techflow.api.serving;

import org.jspecify.annotations.NullMarked;
