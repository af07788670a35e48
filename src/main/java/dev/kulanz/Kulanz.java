package dev.kulanz;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.servers.Server;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Kulanz: customer-centred dunning. One folder per capability; the story of each stands in its package-info. */
@Modulithic(systemName = "Kulanz")
@OpenAPIDefinition(
        info = @Info(title = "Kulanz", version = "v1"),
        servers = @Server(url = "/")) // not where the asker says that it is
@SpringBootApplication
public class Kulanz {

    public static void main(String[] args) {
        // The engine keeps times without a zone, in that of the machine: the same on all nodes, and no hour twice a
        // year.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(Kulanz.class, args);
    }
}
