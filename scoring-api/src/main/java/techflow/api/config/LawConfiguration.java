package techflow.api.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import techflow.api.application.AuthorisationCheck;
import techflow.api.application.AuthorisationRegister;
import techflow.api.application.Authorisations;
import techflow.api.application.FindScore;
import techflow.api.application.LegalStandings;
import techflow.api.application.ObjectionBook;
import techflow.api.application.Objections;
import techflow.api.application.ScoreEnterprise;
import techflow.api.metrics.ObjectionMeters;
import techflow.api.persistence.Database;
import techflow.api.persistence.R2dbcAuditLog;
import techflow.api.persistence.R2dbcAuthorisations;
import techflow.api.persistence.R2dbcLegalStandings;
import techflow.api.persistence.R2dbcObjections;
import techflow.api.web.ObjectionReader;
import techflow.features.definition.FeatureCatalog;

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
    LegalStandings legalStandings(Database database) {
        return new R2dbcLegalStandings(database);
    }

    @Bean
    ObjectionBook objectionBook(Database database) {
        return new R2dbcObjections(database);
    }

    @Bean
    Objections objections(ObjectionBook book, FindScore scores, ScoreEnterprise scoreEnterprise, Clock clock) {
        return new Objections(book, scores, scoreEnterprise, clock);
    }

    @Bean
    ObjectionReader objectionReader(FeatureCatalog catalog) {
        return new ObjectionReader(catalog);
    }

    @Bean
    ObjectionMeters objectionMeters(MeterRegistry registry) {
        return new ObjectionMeters(registry);
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
