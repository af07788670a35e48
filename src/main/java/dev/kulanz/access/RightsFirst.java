package dev.kulanz.access;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * The order in a chain: who is it, may he, how much may he send, and only then what he sends. Spring Security looks for the
 * token and the password of a form, and so reads the body, before it asks for rights.
 */
final class RightsFirst {

    private RightsFirst() {}

    /** @param then what follows the decision about rights, before anything looks into the body */
    static SecurityFilterChain in(DefaultSecurityFilterChain chain, Filter... then) {
        List<Filter> ordered = new ArrayList<>(
                chain.getFilters().stream().filter(one -> !readsBody(one)).toList());
        ordered.addAll(List.of(then));
        chain.getFilters().stream().filter(RightsFirst::readsBody).forEach(ordered::add);
        return new DefaultSecurityFilterChain(chain.getRequestMatcher(), ordered);
    }

    private static boolean readsBody(Filter filter) {
        return filter instanceof CsrfFilter
                || filter instanceof LogoutFilter
                || filter instanceof AbstractAuthenticationProcessingFilter;
    }
}
