/**
 * What the command line that makes access keys and the service that asks for them must agree on.
 *
 * <p>Entry type: {@link techflow.scoring.access.AccessKey}. A key is {@code tf_} and 32 random bytes in base64url. It is
 * shown once; everywhere else it is its SHA-256. A plain hash is enough because the key is random, not chosen: there is
 * nothing to guess.
 */
@NullMarked
package techflow.scoring.access;

import org.jspecify.annotations.NullMarked;
