package dev.kulanz.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import dev.kulanz.access.doors.BodyLimits;
import dev.kulanz.access.doors.Https;
import dev.kulanz.access.doors.WritableText;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors of the house, one chain each; {@link StaffLogin} checks passwords at all of them, and rights are decided before
 * anything is read of what was sent ({@link RightsFirst}). Paths are matched as {@link PathPatternRequestMatcher}: a plain
 * string would not match the engine's own servlets.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private final ApiRefusals refusals;
    private final UserTable users;
    private final VisitorTokens tokens;
    private final Https https;

    WebSecurity(ApiRefusals refusals, UserTable users, VisitorTokens tokens, Https https) {
        this.refusals = refusals;
        this.users = users;
        this.tokens = tokens;
        this.https = https;
    }

    /**
     * The engine's REST: programs and Camunda Modeler, each request with name and password. How much may be sent is looked
     * at behind the engine's own rights.
     */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        var chain = withPassword(http.securityMatcher(path("/engine-rest/**")))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(AccessRules.engineRest())
                .build();
        return RightsFirst.in(chain, new ForeignPages(refusals, true));
    }

    /** Health for everybody, metrics for admins. */
    @Bean
    @Order(2)
    SecurityFilterChain operations(HttpSecurity http) throws Exception {
        var chain = withPassword(http.securityMatcher(path("/actuator/**")))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(AccessRules.operations())
                .build();
        return RightsFirst.in(chain, new ForeignPages(refusals, false), new BodyLimits(true), new WritableText());
    }

    /** The API and its text: programs with name and password, and pages of the desk with its session. */
    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        var chain = withPassword(http.securityMatcher(new OrRequestMatcher(path("/api/**"), path("/v3/api-docs/**"))))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(WebSecurity::needsToken))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new PresentUser(users), AuthorizationFilter.class)
                .authorizeHttpRequests(AccessRules.api())
                .build();
        return RightsFirst.in(chain, new ForeignPages(refusals, false), new BodyLimits(true), new WritableText());
    }

    /** A program with a password needs none ({@link ForeignPages}). */
    private static boolean needsToken(HttpServletRequest request) {
        return !ForeignPages.HARMLESS.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.isRequestedSessionIdValid();
    }

    /** What debtors open: nobody logs in; the secret is in the address, so it must not leak by a referrer or a cache. */
    @Bean
    @Order(4)
    SecurityFilterChain debtorPages(HttpSecurity http) throws Exception {
        var chain = http.securityMatcher(path("/pay/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> Headers.ofDebtorPages(headers, https))
                .authorizeHttpRequests(AccessRules.debtorPages())
                .build();
        return RightsFirst.in(chain, new BodyLimits(true), new WritableText());
    }

    /**
     * Tasklist, Cockpit and Admin: the desk's session; they bring their own CSRF protection and headers. How much may be
     * sent is looked at behind the engine's own rights, and whoever logs out does so behind its token.
     */
    @Bean
    @Order(5)
    SecurityFilterChain enginePages(HttpSecurity http) throws Exception {
        var pages = new OrRequestMatcher(path("/camunda/**"), path("/camunda"), path("/camunda-welcome/**"));
        var chain = withSession(http.securityMatcher(pages), new BodyLimits(true))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> Headers.ofEnginePages(headers, https))
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(AccessRules.enginePages())
                .build();
        return RightsFirst.in(chain);
    }

    /** Everything else: the desk, and who calls what does not exist. */
    @Bean
    @Order(6)
    SecurityFilterChain desk(HttpSecurity http) throws Exception {
        BodyLimits door = new BodyLimits(true);
        var chain = withSession(http, door)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(WantedPages::goOn)
                        .failureHandler(LoginPage::failed))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .headers(headers -> Headers.ofDesk(headers, https))
                .authorizeHttpRequests(AccessRules.desk())
                .build();
        return RightsFirst.in(chain, door, new WritableText());
    }

    private HttpSecurity withPassword(HttpSecurity http) throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .headers(headers -> Headers.onlyByTls(headers, https))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }

    private HttpSecurity withSession(HttpSecurity http, BodyLimits door) throws Exception {
        return http.addFilterBefore(new PresentUser(users), AuthorizationFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(new LoginFirst(door)).accessDeniedHandler(new SpentTokens()));
    }

    private static RequestMatcher path(String pattern) {
        return withDefaults().matcher(pattern);
    }
}
