/**
 * Who may do what. Entry type: {@link techflow.api.security.SecurityConfiguration}.
 *
 * <p>One access key serves API and pages. The API takes it in {@code X-API-Key} or as {@code Authorization: Bearer};
 * the pages take it once in the login form and keep a session cookie ({@code HttpOnly}, {@code SameSite=Lax}). Keys
 * begin with {@code tf_}; only their SHA-256 is stored, and looked up at most once per cache period, so a revoked key
 * stops working within it. Separate filter chains for API, actuator, public files and pages; what no rule names is
 * denied.
 */
@NullMarked
package techflow.api.security;

import org.jspecify.annotations.NullMarked;
