package dev.kulanz.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** When the demo is up: says where to look and with which users, then fills the portfolio in the background. */
@Component
@Profile("demo")
class DemoStart {

    private final PortfolioFill fill;

    DemoStart(PortfolioFill fill) {
        this.fill = fill;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port", "8080");
        System.out.printf(
                """

                Kulanz is ready. Nothing leaves this machine; business time can be moved on the desk.

                  Desk      http://localhost:%1$s/
                  Tasklist  http://localhost:%1$s/camunda/app/tasklist/default/
                  API       http://localhost:%1$s/swagger-ui/index.html

                  Users     clerk/clerk (case worker)   owner/owner (process owner)
                            compliance/compliance       admin/admin

                %2$s
                %n""",
                port,
                fill.isDone()
                        ? ""
                        : "The sample portfolio is being filled in the background; the desk shows how far it is.");
        if (!fill.isDone()) {
            Thread worker = new Thread(fill::run, "portfolio");
            worker.setDaemon(true);
            worker.start();
        }
    }
}
