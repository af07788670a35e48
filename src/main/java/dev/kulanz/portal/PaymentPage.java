package dev.kulanz.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * The page behind the payment link. Who holds the link sees what is to be paid and where to, and nothing about the person
 * who owes it. Nothing but the token is taken from the address.
 */
@Controller
class PaymentPage {

    private final Demands demands;
    private final SpringTemplateEngine templates;

    PaymentPage(Demands demands, SpringTemplateEngine templates) {
        this.demands = demands;
        this.templates = templates;
    }

    @GetMapping("/pay/{token}")
    ResponseEntity<byte[]> pay(
            @PathVariable String token, Locale browsers, HttpServletRequest request, HttpServletResponse response) {
        return demands.behind(token)
                .map(demand ->
                        page("portal/pay", demand.locale(), Map.of("d", demand), HttpStatus.OK, request, response))
                .orElseGet(() -> page("portal/unknown", browsers, Map.of(), HttpStatus.NOT_FOUND, request, response));
    }

    /** In the language of the message that brought the reader here, whatever his browser prefers. */
    private ResponseEntity<byte[]> page(
            String template,
            Locale locale,
            Map<String, Object> model,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response) {
        var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response);
        String html = templates.process(template, new WebContext(exchange, locale, model));
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .body(html.getBytes(StandardCharsets.UTF_8));
    }
}
