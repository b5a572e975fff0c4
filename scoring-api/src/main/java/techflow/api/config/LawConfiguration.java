package techflow.api.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import techflow.api.application.AuthorisationCheck;
import techflow.api.application.AuthorisationRegister;
import techflow.api.application.Authorisations;
import techflow.api.application.LegalStandings;
import techflow.api.persistence.Database;
import techflow.api.persistence.R2dbcAuditLog;
import techflow.api.persistence.R2dbcAuthorisations;

/** Authorisations, the audit log and what else the law asks for. */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {
    @Bean
    R2dbcAuditLog auditLog(Database database) {
        return new R2dbcAuditLog(database);
    }

    @Bean
    R2dbcAuthorisations authorisationRegister(Database database) {
        return new R2dbcAuthorisations(database);
    }

    @Bean
    Authorisations authorisations(AuthorisationRegister register, Clock clock) {
        return new Authorisations(register, clock);
    }

    @Bean
    AuthorisationCheck authorisationCheck(LegalStandings standings, Clock clock) {
        return new AuthorisationCheck(standings, clock);
    }
}
