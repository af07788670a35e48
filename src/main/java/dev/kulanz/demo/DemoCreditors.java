package dev.kulanz.demo;

import dev.kulanz.intake.NewCreditors;
import dev.kulanz.receivables.CreditorSettings;
import dev.kulanz.receivables.Creditors;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The made-up creditors of the demo: a utility, a furniture shop, the shop of the sample file, and whomever else a file names.
 */
@Component
@Profile("demo")
class DemoCreditors implements NewCreditors {

    private static final Map<String, CreditorSettings> SAMPLE = Map.of(
            "stadtwerke-lindental",
            new CreditorSettings(
                            "Stadtwerke Lindental GmbH",
                            account("DE89370400440532013000"),
                            "Am Wasserturm 4",
                            "50935",
                            "Köln",
                            "DE",
                            "service@stadtwerke-lindental.example",
                            "+49 221 0000 100",
                            "https://stadtwerke-lindental.example",
                            "Sitz: Köln, Amtsgericht Köln, HRB 00001 · Geschäftsführung: Miriam Beispiel",
                            "de",
                            3,
                            null)
                    .linkingTo("https://stadtwerke-lindental.example/datenschutz"),
            "nordlicht-moebel",
            new CreditorSettings(
                            "Nordlicht Möbel GmbH",
                            account("DE02120300000000202051"),
                            "Hafenstraße 12",
                            "20359",
                            "Hamburg",
                            "DE",
                            "hallo@nordlicht-moebel.example",
                            "+49 40 0000 200",
                            "https://nordlicht-moebel.example",
                            "Sitz: Hamburg, Amtsgericht Hamburg, HRB 00002 · Geschäftsführung: Henning Muster",
                            "de",
                            3,
                            null)
                    .linkingTo("https://nordlicht-moebel.example/datenschutz"),
            "lindenhof-versand",
            new CreditorSettings(
                            "Lindenhof Versand GmbH",
                            account("DE75512108001245126199"),
                            "Lindenallee 1",
                            "04177",
                            "Leipzig",
                            "DE",
                            "service@lindenhof-versand.example",
                            "+49 341 0000 300",
                            "https://lindenhof-versand.example",
                            "Sitz: Leipzig, Amtsgericht Leipzig, HRB 00003 · Geschäftsführung: Svenja Probe",
                            "de",
                            3,
                            null)
                    .linkingTo("https://lindenhof-versand.example/datenschutz"));

    private final Creditors creditors;

    DemoCreditors(Creditors creditors) {
        this.creditors = creditors;
    }

    void make() {
        SAMPLE.forEach(creditors::put);
    }

    @Override
    public CreditorSettings named(String id, String currency) {
        CreditorSettings known = SAMPLE.get(id);
        return known == null ? InventedCreditor.of(id, currency) : known;
    }

    private static List<CreditorSettings.AccountSettings> account(String iban) {
        return List.of(new CreditorSettings.AccountSettings(iban, null));
    }
}
