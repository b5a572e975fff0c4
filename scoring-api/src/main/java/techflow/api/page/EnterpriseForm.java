package techflow.api.page;

import java.util.List;
import java.util.Map;
import techflow.api.application.Purpose;
import techflow.api.web.ScoreRequestReader;

/**
 * The request form as it is shown.
 *
 * @param purposes what can be chosen
 * @param purpose what is chosen, empty at first
 * @param authorisationId what was typed
 * @param asOf what was typed
 * @param wrongFields names of the fields that broke a rule
 */
record EnterpriseForm(
        List<Purpose> purposes, String purpose, String authorisationId, String asOf, List<String> wrongFields) {
    static EnterpriseForm of(Map<String, String> typed) {
        return new EnterpriseForm(
                List.of(Purpose.values()),
                typed.getOrDefault(ScoreRequestReader.PURPOSE, ""),
                typed.getOrDefault(ScoreRequestReader.AUTHORISATION, ""),
                typed.getOrDefault(ScoreRequestReader.AS_OF, ""),
                List.of());
    }

    EnterpriseForm wrong(List<String> fields) {
        return new EnterpriseForm(purposes, purpose, authorisationId, asOf, fields);
    }
}
