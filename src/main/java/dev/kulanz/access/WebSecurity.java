package dev.kulanz.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors of the house, one chain each; {@link StaffLogin} checks passwords at all of them. Paths are matched as {@link PathPatternRequestMatcher}: a plain string would not
 * match the engine's own servlets.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private final ApiRefusals refusals;
    private final UserTable users;

    WebSecurity(ApiRefusals refusals, UserTable users) {
        this.refusals = refusals;
        this.users = users;
    }

    /** The engine's REST: programs and Camunda Modeler, each request with name and password. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return withPassword(http.securityMatcher(path("/engine-rest/**")))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(OtherSites::mayHaveSent))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(AccessRules.engineRest())
                .build();
    }

    /** Health for everybody, metrics for admins. */
    @Bean
    @Order(2)
    SecurityFilterChain operations(HttpSecurity http) throws Exception {
        return withPassword(http.securityMatcher(path("/actuator/**")))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(AccessRules.operations())
                .build();
    }

    /** The API and its text: programs with name and password, and pages of the desk with its session. */
    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return withPassword(http.securityMatcher(new OrRequestMatcher(path("/api/**"), path("/v3/api-docs/**"))))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(OtherSites::mayHaveSent))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new PresentUser(users), AuthorizationFilter.class)
                .authorizeHttpRequests(AccessRules.api())
                .build();
    }

    /** What debtors open: nobody logs in; the secret is in the address, so it must not leak by a referrer or a cache. */
    @Bean
    @Order(4)
    SecurityFilterChain debtorPages(HttpSecurity http) throws Exception {
        return http.securityMatcher(path("/pay/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(Headers::ofDebtorPages)
                .authorizeHttpRequests(AccessRules.debtorPages())
                .build();
    }

    /** Tasklist, Cockpit and Admin: the desk's session; they bring their own CSRF protection and headers. */
    @Bean
    @Order(5)
    SecurityFilterChain enginePages(HttpSecurity http) throws Exception {
        RequestMatcher signOut = PathPatternRequestMatcher.withDefaults()
                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");
        return withSession(http.securityMatcher(
                        new OrRequestMatcher(path("/camunda/**"), path("/camunda"), path("/camunda-welcome/**"))))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutRequestMatcher(signOut)
                        .logoutSuccessHandler((request, response, who) -> response.setStatus(200)))
                .authorizeHttpRequests(AccessRules.enginePages())
                .build();
    }

    /** Everything else: the desk, and who calls what does not exist. */
    @Bean
    @Order(6)
    SecurityFilterChain desk(HttpSecurity http) throws Exception {
        return withSession(http)
                .formLogin(form -> form.loginPage("/login").failureHandler(LoginPage::failed))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .headers(Headers::ofDesk)
                .authorizeHttpRequests(AccessRules.desk())
                .build();
    }

    private HttpSecurity withPassword(HttpSecurity http) throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }

    private HttpSecurity withSession(HttpSecurity http) throws Exception {
        return http.addFilterBefore(new PresentUser(users), AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(new WantedPages()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new LoginFirst()));
    }

    private static RequestMatcher path(String pattern) {
        return withDefaults().matcher(pattern);
    }
}
