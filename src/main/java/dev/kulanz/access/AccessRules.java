package dev.kulanz.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.DispatcherType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may do what over the web, all in one place. Which creditors somebody sees is not decided here but in every query
 * ({@link CreditorScope}); which commands of the engine are open to whom is a list of its own, in {@code journey.engine}.
 *
 * <table>
 * <caption>Roles</caption>
 * <tr><td>case worker</td><td>reads; imports, books, blocks, notes; claims, completes and gives back his tasks</td></tr>
 * <tr><td>process owner</td><td>the same, and the settings of creditors; lets sending go on after a backup was
 *     restored; deploys, lets failed jobs be tried again,
 *     releases tasks that somebody has claimed</td></tr>
 * <tr><td>compliance</td><td>reads everything, changes nothing</td></tr>
 * <tr><td>admin</td><td>all of this for all creditors, and users, alarms and metrics</td></tr>
 * </table>
 *
 * <p>A program that scrapes metrics has an account of its own ({@link ScrapeLogin}), and no role here.
 */
final class AccessRules {

    private static final String ADMIN = Role.ADMIN.name();
    private static final String[] OWNERS = {Role.PROCESS_OWNER.name(), ADMIN};
    private static final String[] WHO_CHANGE = {Role.CASE_WORKER.name(), Role.PROCESS_OWNER.name(), ADMIN};

    private AccessRules() {}

    static Rules api() {
        return rules -> {
            rules.requestMatchers("/api/v1/alarms", "/api/v1/alarms/**").hasRole(ADMIN);
            rules.requestMatchers(GET, "/**").authenticated();
            rules.requestMatchers(HEAD, "/**").authenticated();
            rules.requestMatchers(PUT, "/api/v1/creditors/**", "/api/v1/payments/feeds/**")
                    .hasAnyRole(OWNERS);
            rules.requestMatchers(POST, "/api/v1/sending/**").hasAnyRole(OWNERS);
            rules.anyRequest().hasAnyRole(WHO_CHANGE);
        };
    }

    /** Each command is asked for right after this, by method and address ({@code OpenCommands}). */
    static Rules engineRest() {
        return rules -> rules.anyRequest().authenticated();
    }

    static Rules operations() {
        return rules -> {
            rules.requestMatchers("/actuator/health", "/actuator/health/**").permitAll();
            rules.requestMatchers(GET, "/actuator/info").authenticated();
            rules.requestMatchers(GET, "/actuator/prometheus").hasAnyRole(ADMIN, ScrapeLogin.ROLE);
            rules.anyRequest().hasRole(ADMIN);
        };
    }

    static Rules debtorPages() {
        return rules -> rules.anyRequest().permitAll();
    }

    static Rules desk() {
        return rules -> {
            rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll();
            rules.requestMatchers("/login", "/logout", "/webjars/**", "/css/**", "/js/**", "/img/**", "/favicon.*")
                    .permitAll();
            rules.requestMatchers("/users", "/users/**", "/alarms", "/alarms/**")
                    .hasRole(ADMIN);
            rules.requestMatchers(POST, "/creditors/**", "/restored", "/restored/**")
                    .hasAnyRole(OWNERS);
            rules.requestMatchers(GET, "/**").authenticated();
            rules.requestMatchers(HEAD, "/**").authenticated();
            rules.anyRequest().hasAnyRole(WHO_CHANGE);
        };
    }

    /** The engine decides what one may do on its pages; but nobody is made an admin there (CVE-2026-77226), or logs in. */
    static Rules enginePages() {
        return rules -> {
            rules.requestMatchers("/camunda/app/*/*/setup", "/camunda/app/*/*/setup/**")
                    .denyAll();
            rules.requestMatchers("/camunda/api/*/setup/**").denyAll();
            rules.requestMatchers("/camunda/api/*/auth/user/*/login/**").denyAll();
            rules.anyRequest().authenticated();
        };
    }

    /** A short name for what Spring calls it. */
    interface Rules
            extends Customizer<
                    AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> {}
}
