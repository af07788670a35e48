package dev.kulanz.access;

import dev.kulanz.access.doors.Https;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** What browsers are told beside a page. */
final class Headers {

    /** Style attributes are allowed: the diagram viewer and Swagger UI set them; style elements and scripts are not. */
    private static final String SELF = "default-src 'self'; img-src 'self' data:; font-src 'self' data:; "
            + "style-src 'self'; style-src-attr 'unsafe-inline'; script-src 'self'; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors ";

    private static final long ONE_YEAR = 31_536_000;

    private Headers() {}

    static void ofDesk(HeadersConfigurer<HttpSecurity> headers, Https https) {
        onlyByTls(headers, https);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(SELF + "'self'"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /** The engine's pages bring the others themselves. */
    static void ofEnginePages(HeadersConfigurer<HttpSecurity> headers, Https https) {
        headers.defaultsDisabled();
        onlyByTls(headers, https);
    }

    /** Who has come by TLS once comes so for a year; other hosts below this one's name are not ours to bind. */
    static void onlyByTls(HeadersConfigurer<HttpSecurity> headers, Https https) {
        headers.httpStrictTransportSecurity(transport -> transport
                .requestMatcher(https::isUsedBy)
                .includeSubDomains(false)
                .maxAgeInSeconds(ONE_YEAR));
    }

    static void ofDebtorPages(HeadersConfigurer<HttpSecurity> headers, Https https) {
        onlyByTls(headers, https);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(SELF + "'none'"))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow"));
    }
}
