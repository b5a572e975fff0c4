package techflow.api.security;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.anyExchange;
import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import reactor.core.publisher.Mono;

/** The filter chains, first match wins: API, actuator, public files, pages. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
    /** No script at all, no inline style, nothing from elsewhere. */
    private static final String CONTENT_SECURITY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String LOGIN = "/login";

    /** Faults travel on to the one problem handler. */
    private static final ServerAuthenticationEntryPoint AS_PROBLEM = (exchange, fault) -> Mono.error(fault);

    @Bean
    @Order(1)
    SecurityWebFilterChain apiChain(ServerHttpSecurity http, ApiKeys keys) {
        AuthenticationWebFilter byHeader = new AuthenticationWebFilter(new AccessKeyAuthentication(keys));
        byHeader.setServerAuthenticationConverter(AccessKeys::fromHeader);
        byHeader.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        byHeader.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(AS_PROBLEM));
        return plain(http)
                .securityMatcher(pathMatchers("/v1/**"))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(byHeader, SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(rules -> rules.anyExchange().authenticated())
                .build();
    }

    /** Health and metrics hold nothing about firms or callers; everything else is closed. */
    @Bean
    @Order(2)
    SecurityWebFilterChain actuatorChain(ServerHttpSecurity http) {
        return plain(http)
                .securityMatcher(pathMatchers("/actuator", "/actuator/**"))
                .authorizeExchange(rules -> rules.pathMatchers(
                                HttpMethod.GET, "/actuator/health", "/actuator/health/**", "/actuator/prometheus")
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain publicChain(ServerHttpSecurity http) {
        return plain(http)
                .securityMatcher(pathMatchers(HttpMethod.GET, "/assets/**", "/v3/api-docs"))
                .authorizeExchange(rules -> rules.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityWebFilterChain pageChain(ServerHttpSecurity http, ApiKeys keys) {
        return headers(http)
                .securityMatcher(anyExchange())
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .addFilterAt(byForm(keys), SecurityWebFiltersOrder.FORM_LOGIN)
                .exceptionHandling(e -> e.authenticationEntryPoint(new RedirectServerAuthenticationEntryPoint(LOGIN)))
                .logout(logout -> {
                    var away = new RedirectServerLogoutSuccessHandler();
                    away.setLogoutSuccessUrl(URI.create(LOGIN));
                    logout.logoutUrl("/logout").logoutSuccessHandler(away);
                })
                .authorizeExchange(rules -> rules.pathMatchers(LOGIN)
                        .permitAll()
                        .pathMatchers("/", "/enterprises/**", "/reports", "/reports/**", "/logout")
                        .authenticated()
                        .anyExchange()
                        .denyAll())
                .build();
    }

    /** The cookie is out of reach of scripts and of other sites' forms; behind TLS it is also marked secure. */
    @Bean
    WebSessionIdResolver webSessionIdResolver() {
        CookieWebSessionIdResolver resolver = new CookieWebSessionIdResolver();
        resolver.setCookieName("TECHFLOW");
        resolver.addCookieInitializer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return resolver;
    }

    private static AuthenticationWebFilter byForm(ApiKeys keys) {
        AuthenticationWebFilter filter = new AuthenticationWebFilter(new AccessKeyAuthentication(keys));
        filter.setRequiresAuthenticationMatcher(pathMatchers(HttpMethod.POST, LOGIN));
        filter.setServerAuthenticationConverter(AccessKeys::fromForm);
        filter.setSecurityContextRepository(new WebSessionServerSecurityContextRepository());
        filter.setAuthenticationSuccessHandler(new RedirectServerAuthenticationSuccessHandler("/"));
        filter.setAuthenticationFailureHandler(new RedirectServerAuthenticationFailureHandler(LOGIN + "?refused"));
        return filter;
    }

    private static ServerHttpSecurity plain(ServerHttpSecurity http) {
        return headers(http)
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .exceptionHandling(e -> e.authenticationEntryPoint(AS_PROBLEM)
                        .accessDeniedHandler((exchange, denied) -> Mono.error(denied)));
    }

    private static ServerHttpSecurity headers(ServerHttpSecurity http) {
        return http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                        .frameOptions(frames -> frames.mode(XFrameOptionsServerHttpHeadersWriter.Mode.DENY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
    }
}
