package dev.kulanz.demo;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.UnusableSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo begins with: {@code --kulanz.demo.portfolio=none} leaves it empty. */
@Component
@Profile("demo")
class DemoSettings {

    private final String portfolio;

    DemoSettings(@Value("${kulanz.demo.portfolio:sample}") String portfolio) {
        if (!portfolio.equals("sample") && !portfolio.equals("none")) {
            throw new UnusableSetting(
                    "kulanz.demo.portfolio is %s.".formatted(Legible.quoted(portfolio)), "Set it to sample or none.");
        }
        this.portfolio = portfolio;
    }

    boolean isWanted() {
        return portfolio.equals("sample");
    }
}
