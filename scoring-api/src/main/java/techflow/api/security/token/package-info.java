/**
 * Tokens of a bank's own identity provider: signed JWT as access tokens of OAuth 2. Entry type:
 * {@link techflow.api.security.token.TokenAuthentication}.
 *
 * <p>A token is taken when its algorithm is on the list of asymmetric ones (RFC 8725 §3.1), its signature is good under a key
 * of the issuer's set, issuer and audience are the configured ones, it has begun and not ended within the skew, its tenant
 * is known here, and it bears a role or a scope that means something here. The issuer's keys are fetched in the background of
 * a request at most once in a while, so that unknown key ids cannot be used to hammer the issuer. While it is silent, keys
 * seen within the grace go on; after it a token cannot be judged and is answered with 503, never let in.
 */
@NullMarked
package techflow.api.security.token;

import org.jspecify.annotations.NullMarked;
