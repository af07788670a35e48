package dev.kulanz;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Kulanz: customer-centred dunning. One folder per capability; the story of each stands in its package-info. */
@Modulithic(systemName = "Kulanz")
@SpringBootApplication
public class Kulanz {

    public static void main(String[] args) {
        SpringApplication.run(Kulanz.class, args);
    }
}
