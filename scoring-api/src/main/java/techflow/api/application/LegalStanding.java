package techflow.api.application;

import java.util.Optional;

/**
 * What the law asks before a query.
 *
 * @param authorisation the one that the query names, empty when the tenant filed none under this number
 */
public record LegalStanding(Optional<Authorisation> authorisation) {}
