package techflow.api.application;

import java.util.List;
import java.util.Optional;
import techflow.api.answer.ObjectionMark;

/**
 * What the law asks before a query, and what must stand beside its answer.
 *
 * @param authorisation the one that the query names, empty when the tenant filed none under this number
 * @param objections of the firm that are open or noted, filed first first: those to data and features whoever took them,
 *     for the data is the same for all; those to scores of the asking tenant only
 */
public record LegalStanding(Optional<Authorisation> authorisation, List<ObjectionMark> objections) {
    public LegalStanding {
        objections = List.copyOf(objections);
    }
}
