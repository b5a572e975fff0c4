package techflow.api.security.chain;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static techflow.api.security.chain.AccessRule.of;
import static techflow.scoring.access.Role.AUDITOR;
import static techflow.scoring.access.Role.ENGINEER;
import static techflow.scoring.access.Role.MONITOR;
import static techflow.scoring.access.Role.OFFICER;

import java.util.List;
import techflow.api.security.Scope;

/**
 * What each role may do: the first rule of method and path decides, what no rule names is denied. ADMIN may do everything in
 * its own tenant, so that it stands in no line; lines without a role are the administrator's alone. Within what they may ask,
 * callers see their own tenant only: that is the matter of the statements, not of this table.
 */
final class AccessTable {
    /** The API and the inference protocol. */
    static final List<AccessRule> RULES = List.of(
            // scores
            of(POST, "/v1/scores", Scope.SCORE_CREATE, OFFICER),
            of(POST, "/v1/scores:batch", Scope.SCORE_CREATE, OFFICER),
            of(GET, "/v1/scores/**", Scope.SCORE_READ, OFFICER, AUDITOR),
            of(POST, "/v1/score-jobs/**", Scope.SCORE_CREATE, OFFICER),
            of(GET, "/v1/score-jobs/**", Scope.SCORE_READ, OFFICER, AUDITOR),
            of(POST, "/v1/what-if", Scope.SCORE_CREATE, OFFICER),
            // firms, and what they agreed or objected to
            of(GET, "/v1/enterprises/**", Scope.ENTERPRISE_READ, OFFICER, AUDITOR),
            of(GET, "/v1/authorisations/**", Scope.AUTHORISATION_READ, OFFICER, AUDITOR),
            of(POST, "/v1/authorisations/**", Scope.AUTHORISATION_WRITE, OFFICER),
            of(GET, "/v1/objections/**", Scope.OBJECTION_READ, OFFICER, AUDITOR),
            of(POST, "/v1/objections/**", Scope.OBJECTION_WRITE, OFFICER),
            of(GET, "/v1/audit-events/**", Scope.AUDIT_READ, AUDITOR),
            // data and models
            of(POST, "/v1/signals", Scope.SIGNAL_WRITE, ENGINEER),
            of(GET, "/v1/models/**", Scope.MODEL_READ, ENGINEER, MONITOR),
            of(GET, "/v1/features/**", Scope.MODEL_READ, ENGINEER),
            // the inference protocol
            of(GET, "/v2", Scope.MODEL_READ, ENGINEER, MONITOR),
            of(GET, "/v2/health/**", Scope.MODEL_READ, ENGINEER, MONITOR),
            of(GET, "/v2/models/**", Scope.MODEL_READ, ENGINEER, MONITOR),
            of(POST, "/v2/models/**", Scope.MODEL_INFER, ENGINEER),
            // keys
            of(GET, "/v1/api-keys/**", Scope.KEY_MANAGE),
            of(POST, "/v1/api-keys/**", Scope.KEY_MANAGE),
            of(POST, "/v1/api-keys/{keyId}:rotate", Scope.KEY_MANAGE),
            of(POST, "/v1/api-keys/{keyId}:revoke", Scope.KEY_MANAGE));

    /** The pages, for people with a session. */
    static final List<AccessRule> PAGES = List.of(
            of(GET, "/", Scope.ENTERPRISE_READ, OFFICER, AUDITOR),
            of(GET, "/enterprises/**", Scope.ENTERPRISE_READ, OFFICER, AUDITOR),
            of(POST, "/enterprises/{uscc}/authorisations/**", Scope.AUTHORISATION_WRITE, OFFICER),
            of(POST, "/enterprises/{uscc}/objections/**", Scope.OBJECTION_WRITE, OFFICER),
            of(GET, "/reports/**", Scope.SCORE_READ, OFFICER, AUDITOR),
            of(POST, "/reports", Scope.SCORE_CREATE, OFFICER),
            of(POST, "/logout", Scope.SCORE_READ, OFFICER, AUDITOR, ENGINEER, MONITOR));

    /** Operating figures and the reasons of a bad health, when they are not open on the loopback address. */
    static final List<AccessRule> ACTUATOR = List.of(of(GET, "/actuator/prometheus", Scope.METRICS_READ, MONITOR));

    private AccessTable() {}
}
