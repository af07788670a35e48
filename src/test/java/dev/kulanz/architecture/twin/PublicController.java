package dev.kulanz.architecture.twin;

import java.util.logging.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Public, outside the API's address, with its fields filled by the framework and the wrong log; abstract, so that no scan takes it. */
@RestController
@RequestMapping("/elsewhere")
public abstract class PublicController {

    private static final Logger LOG = Logger.getLogger("twin");

    @Autowired
    private Environment environment;

    String name() {
        LOG.info("asked");
        return String.valueOf(environment.getProperty("spring.application.name"));
    }
}
