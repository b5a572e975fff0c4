/**
 * What a feature is.
 *
 * <p>Entry types: {@link techflow.features.definition.FeatureDefinition}, a value that holds name, unit, range,
 * direction, meaning of missing and a pure function of a snapshot; {@link techflow.features.definition.FeatureCatalog},
 * an ordered list of them with one {@link techflow.features.definition.FeatureSchema}; and
 * {@link techflow.features.definition.FeatureVector}, what a catalogue computes. Batch and online call the same
 * {@link techflow.features.definition.FeatureCatalog#compute}.
 *
 * <p>Invariants: a value is a finite number, a category or {@link techflow.features.definition.FeatureValue.Missing}
 * with a reason, never null and never NaN; a schema is identified by the SHA-256 of its canonical text.
 */
@NullMarked
package techflow.features.definition;

import org.jspecify.annotations.NullMarked;
