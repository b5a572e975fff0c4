package techflow.api.testing;

import techflow.features.signal.EnterpriseId;

/** Requests for scores as callers write them. */
public final class TestRequests {
    private TestRequests() {}

    /** A sound request for a firm, on one line. */
    public static String json(EnterpriseId firm) {
        return json(firm, "LOAN_ORIGINATION");
    }

    /** The same with another purpose. */
    public static String json(EnterpriseId firm, String purpose) {
        return "{\"uscc\":\"%s\",\"asOf\":\"2026-11-01\",\"purpose\":\"%s\",\"authorisationId\":\"A-0001\"}"
                .formatted(firm.code(), purpose);
    }
}
