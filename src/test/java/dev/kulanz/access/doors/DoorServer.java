package dev.kulanz.access.doors;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.env.MockEnvironment;

/** A real web server, set up as that of the application, with one servlet and no Spring around it. */
final class DoorServer implements AutoCloseable {

    private final org.springframework.boot.web.server.WebServer tomcat;

    private DoorServer(TomcatServletWebServerFactory factory, HttpServlet servlet, Filter... filters) {
        tomcat = factory.getWebServer(context -> {
            context.addServlet("one", servlet).addMapping("/");
            for (Filter filter : filters) {
                new FilterRegistrationBean<>(filter).onStartup(context);
            }
        });
        tomcat.start();
    }

    static DoorServer with(HttpServlet servlet, Filter... filters) {
        return new DoorServer(factory("", 20_000), servlet, filters);
    }

    static DoorServer ofShortPatience(HttpServlet servlet, Filter... filters) {
        return new DoorServer(factory("", 500), servlet, filters);
    }

    static DoorServer at(String publicUrl, HttpServlet servlet, Filter... filters) {
        return new DoorServer(factory(publicUrl, 20_000), servlet, filters);
    }

    private static TomcatServletWebServerFactory factory(String publicUrl, int millis) {
        var factory = new TomcatServletWebServerFactory(0);
        factory.addConnectorCustomizers(connector -> connector.setProperty("connectionTimeout", millis + ""));
        new WebServer(List.of("127.0.0.2", " 10.0.0.0/8", ""), new Https(publicUrl), new MockEnvironment())
                .customize(factory);
        return factory;
    }

    int port() {
        return tomcat.getPort();
    }

    @Override
    public void close() {
        tomcat.stop();
    }
}
