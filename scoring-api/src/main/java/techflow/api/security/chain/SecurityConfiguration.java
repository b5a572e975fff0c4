package techflow.api.security.chain;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.anyExchange;
import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import java.net.URI;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
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
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import reactor.core.publisher.Mono;
import techflow.api.security.Client;
import techflow.api.security.key.ApiKeys;
import techflow.api.security.key.KeyAuthentication;
import techflow.api.security.limit.RequestLimit;

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
    SecurityWebFilterChain apiChain(ServerHttpSecurity http, HeaderAuthentication header, RequestLimit limit) {
        return plain(http)
                .securityMatcher(pathMatchers("/v1/**", "/v2", "/v2/**"))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(byHeader(header), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterBefore(limited(limit), SecurityWebFiltersOrder.AUTHORIZATION)
                .authorizeExchange(rules -> rules.anyExchange().access(new AccessDecision(AccessTable.RULES)))
                .build();
    }

    /**
     * Health says up or down to anybody, and why to a monitor. Metrics are open on the loopback address only; everything else
     * is closed.
     */
    @Bean
    @Order(2)
    SecurityWebFilterChain actuatorChain(
            ServerHttpSecurity http, HeaderAuthentication header, ServerProperties server) {
        boolean loopback = server.getAddress() != null && server.getAddress().isLoopbackAddress();
        return plain(http)
                .securityMatcher(pathMatchers("/actuator", "/actuator/**"))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(byHeader(header), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(rules -> {
                    rules.pathMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                            .permitAll();
                    if (loopback) {
                        rules.pathMatchers(HttpMethod.GET, "/actuator/prometheus")
                                .permitAll();
                    }
                    rules.anyExchange().access(new AccessDecision(AccessTable.ACTUATOR));
                })
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
    SecurityWebFilterChain pageChain(ServerHttpSecurity http, KeyAuthentication authentication, ApiKeys keys) {
        return headers(http)
                .securityMatcher(anyExchange())
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .addFilterAt(byForm(authentication), SecurityWebFiltersOrder.FORM_LOGIN)
                .addFilterBefore(sessionInForce(keys), SecurityWebFiltersOrder.AUTHORIZATION)
                .exceptionHandling(e -> e.authenticationEntryPoint(new RedirectServerAuthenticationEntryPoint(LOGIN)))
                .logout(logout -> {
                    var away = new RedirectServerLogoutSuccessHandler();
                    away.setLogoutSuccessUrl(URI.create(LOGIN));
                    logout.logoutUrl("/logout").logoutSuccessHandler(away);
                })
                .authorizeExchange(rules -> rules.pathMatchers(LOGIN)
                        .permitAll()
                        .anyExchange()
                        .access(new AccessDecision(AccessTable.PAGES)))
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

    /** Counts who is known; who is not is refused right after. */
    private static WebFilter limited(RequestLimit limit) {
        return (exchange, chain) -> ReactiveSecurityContextHolder.getContext()
                .doOnNext(context -> {
                    Authentication known = context.getAuthentication();
                    if (known != null && known.getPrincipal() instanceof Client client) {
                        limit.take(client, exchange.getResponse().getHeaders());
                    }
                })
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    /** A session lives no longer than the key that opened it. */
    private static WebFilter sessionInForce(ApiKeys keys) {
        return (exchange, chain) -> ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .filter(known -> known.getPrincipal() instanceof Client)
                .flatMap(known ->
                        keys.bearer(String.valueOf(known.getCredentials())).hasElement())
                .defaultIfEmpty(true)
                .flatMap(inForce -> inForce
                        ? chain.filter(exchange)
                        : exchange.getSession()
                                .flatMap(WebSession::invalidate)
                                .then(new DefaultServerRedirectStrategy().sendRedirect(exchange, URI.create(LOGIN))));
    }

    private static AuthenticationWebFilter byHeader(HeaderAuthentication header) {
        AuthenticationWebFilter filter =
                new AuthenticationWebFilter((ReactiveAuthenticationManager) header::authenticate);
        filter.setServerAuthenticationConverter(Presented::fromHeader);
        filter.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(AS_PROBLEM));
        return filter;
    }

    private static AuthenticationWebFilter byForm(KeyAuthentication keys) {
        AuthenticationWebFilter filter =
                new AuthenticationWebFilter((ReactiveAuthenticationManager) keys::authenticate);
        filter.setRequiresAuthenticationMatcher(pathMatchers(HttpMethod.POST, LOGIN));
        filter.setServerAuthenticationConverter(Presented::fromForm);
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
