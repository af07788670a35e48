package dev.kulanz.access.doors;

import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Sets Tomcat up. Spring Boot's own support for proxies is taken out, whatever switched it on (a setting, or Kubernetes): it
 * believes each address of a private network, or, as {@code framework}, everybody.
 */
@Component
class WebServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** So long a body that was announced may not come at all. */
    private static final int SILENCE_MILLIS = 15_000;

    private final List<String> proxies;
    private final Https https;
    private final Environment environment;

    WebServer(@Value("${kulanz.trusted-proxies:}") List<String> proxies, Https https, Environment environment) {
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
        this.https = https;
        this.environment = environment;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (!environment.getProperty("server.forward-headers-strategy", "none").equalsIgnoreCase("none")) {
            LOG.warn("server.forward-headers-strategy (SERVER_FORWARDHEADERSSTRATEGY) does nothing any more: name your"
                    + " proxies by their addresses in KULANZ_TRUSTED_PROXIES");
        }
        factory.getEngineValves().removeIf(RemoteIpValve.class::isInstance);
        if (!proxies.isEmpty()) {
            factory.addEngineValves(new TrustedProxies(proxies));
        }
        factory.addEngineValves(new Doorstep());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming("onRead"); // who asks whether he may send waits for our answer
                http.setMaxExtensionSize(
                        0); // nobody needs what may stand beside a chunk, and it comes as slowly as one likes
                http.setMaxTrailerSize(0);
                http.setDisableUploadTimeout(false);
                http.setConnectionUploadTimeout(Math.min(SILENCE_MILLIS, http.getConnectionTimeout()));
            }
        });
        if (https.isSaidToBeUsed()) {
            factory.getSession().getCookie().setSecure(true);
        }
    }

    /** After Spring Boot. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
