/**
 * Access keys: who bears one, and how they come and go. Entry types: {@link techflow.api.security.key.KeyAuthentication} for
 * callers and {@link techflow.api.security.key.ManageKeys} for administrators.
 *
 * <p>Keys begin with {@code tf_}; only their SHA-256 is stored. A good key is remembered for
 * {@code techflow.scoring.key-cache}, never beyond its end; a revoked one works at most that long. When a key was last used
 * is written at most once an hour.
 */
@NullMarked
package techflow.api.security.key;

import org.jspecify.annotations.NullMarked;
