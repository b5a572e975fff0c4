/**
 * Who may do what: the words that the packages below share. Entry types: {@link techflow.api.security.Client}, who calls,
 * and {@code techflow.api.security.chain.AccessTable}, the whole of what each role may do.
 *
 * <p>A caller shows an access key ({@code key}) or a token of its bank's identity provider ({@code token}); both end in a
 * {@code Client} with a tenant, roles and scopes. {@code limit} counts its requests and its failures, {@code chain} decides
 * by path and method. What no rule names is denied. Keys, tokens and passwords stand in no log, no URL and no answer.
 */
@NullMarked
package techflow.api.security;

import org.jspecify.annotations.NullMarked;
