/**
 * Where requests are let in or turned away. Entry types: {@link techflow.api.security.chain.AccessTable}, what each role may
 * do, and {@link techflow.api.security.chain.SecurityConfiguration}, the filter chains.
 *
 * <p>The API takes an access key in {@code X-API-Key}, or a key or a token as {@code Authorization: Bearer}; the pages take
 * a key once in the login form and keep a session cookie ({@code HttpOnly}, {@code SameSite=Lax}). Separate chains for API,
 * actuator, public files and pages, because a chain that permits a path still judges a credential that is presented there.
 * What no rule names is denied.
 */
@NullMarked
package techflow.api.security.chain;

import org.jspecify.annotations.NullMarked;
