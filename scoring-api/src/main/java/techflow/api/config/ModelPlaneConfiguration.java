package techflow.api.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import techflow.api.application.ModelCatalogue;
import techflow.api.application.ModelSource;
import techflow.api.persistence.Database;
import techflow.api.persistence.R2dbcModelCatalogue;

/** What is asked about models rather than of them. */
@Configuration(proxyBeanMethods = false)
class ModelPlaneConfiguration {
    @Bean
    ModelCatalogue modelCatalogue(Database database, ModelSource source) {
        return new R2dbcModelCatalogue(database, source);
    }
}
