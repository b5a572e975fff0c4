package techflow.scoring.access;

/** What a caller is to the service. A caller may bear several; what none of its roles allows is refused. */
public enum Role {
    /** The bank's credit officer: asks for scores, shows authorisations, files objections. */
    OFFICER,
    /** The model engineer: sees models and features, delivers signals, sends vectors to the model. */
    ENGINEER,
    /** The monitoring team: sees operating figures and models, and no firm. */
    MONITOR,
    /** The auditor: reads what was asked by whom and why; changes nothing. */
    AUDITOR,
    /** The administrator of a tenant: keys, and everything the others may do in it. */
    ADMIN
}
