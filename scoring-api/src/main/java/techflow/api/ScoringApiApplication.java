package techflow.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;

/** Starts the service; {@code application.yaml} lists every setting. */
// Access keys are the only way in; without this Boot would invent a user and print its password.
@SpringBootApplication(proxyBeanMethods = false, exclude = ReactiveUserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class ScoringApiApplication {
    public static void main(String[] args) {
        SpringApplication.run(ScoringApiApplication.class, args);
    }
}
