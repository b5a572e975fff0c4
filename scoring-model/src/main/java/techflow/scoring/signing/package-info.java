/**
 * Signatures of artefacts: Ed25519 over the bytes of the file, kept beside it and never in it, so that signing changes no
 * hash.
 *
 * <p>Entry types: {@link techflow.scoring.signing.SigningKey}, which signs; {@link techflow.scoring.signing.TrustedKeys},
 * which refuses what nobody trusted has signed; {@link techflow.scoring.signing.KeyFiles}, which makes a pair. A key is
 * named by its id, the SHA-256 of its public half in X.509 form. Keys come from the user and are kept nowhere by us; where
 * no key is trusted, nothing is asked of an artefact but its hash.
 *
 * <p>Any tool can check one: {@code openssl pkeyutl -verify -pubin -inkey key.public.pem -rawin -in model.json -sigfile
 * model.json.sig}.
 *
 * <pre>{@code
 * ArtifactSignature signature = SigningKey.read(Path.of("key.private.pem")).sign(bytes, "model-engineer", now);
 * TrustedKeys.read(List.of(Path.of("key.public.pem"))).require(bytes, List.of(signature));
 * }</pre>
 */
@NullMarked
package techflow.scoring.signing;

import org.jspecify.annotations.NullMarked;
