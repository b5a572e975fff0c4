package techflow.api.security;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a caller is to the service. A caller may bear several; what none of its roles allows is refused. */
public enum Role {
    /** The bank's credit officer: asks for scores, shows authorisations, files objections. */
    OFFICER,
    /** The model engineer: sees models and features, delivers signals. */
    ENGINEER,
    /** The monitoring team: sees operating figures and no firm. */
    MONITOR,
    /** The auditor: reads what was asked by whom and why; changes nothing. */
    AUDITOR,
    /** The administrator: keys, and everything the others may do. */
    ADMIN;

    /** The role as Spring Security knows it. */
    GrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + name());
    }
}
