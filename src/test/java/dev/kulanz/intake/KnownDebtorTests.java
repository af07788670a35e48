package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is known of a debtor stays known where a list does not say it. The creditor is in Germany. */
@IntakeTest
class KnownDebtorTests {

    private static final String HEADER =
            "creditor_id;debtor_id;name;invoice_id;invoice_date;due_date;amount;currency;street;postcode;city;country;state\n";

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        // a new debtor is where the creditor is
        "'', Ringweg 1|10115|Berlin||, Ringweg 1|10115|Berlin|DE|",
        // who is known elsewhere stays there
        "Ring 1|1010|Wien|AT|9, Ring 2|1010|Wien||, Ring 2|1010|Wien|AT|9",
        "Ring 1|1010|Wien|AT|9, Gasse 3|4020|Linz||, Gasse 3|4020|Linz|AT|",
        "Ring 1|1010|Wien|AT|, ||||, Ring 1|1010|Wien|AT|",
        // unless the row names another country, or the postcode has more digits than any there
        "Ring 1|1010|Wien|AT|9, Rue 3|75001|Paris|FR|, Rue 3|75001|Paris|FR|",
        "Ring 1|1010|Wien|AT|9, Ringweg 1|10115|Berlin||, Ringweg 1|10115|Berlin|DE|",
        "Rue 3|75001|Paris|FR|, Ringweg 1|10115|Berlin||, Ringweg 1|10115|Berlin|FR|",
        // the state stays with the place
        "Ringweg 1|10115|Berlin|DE|BE, Ringweg 1|10115|Berlin||, Ringweg 1|10115|Berlin|DE|BE",
        "Ringweg 1|10115|Berlin|DE|BE, Allee 5|10117|Berlin||, Allee 5|10117|Berlin|DE|BE",
        "Ringweg 1|10115|Berlin|DE|BE, Marktplatz 1|80331|München||, Marktplatz 1|80331|München|DE|",
        "Ringweg 1|10115|Berlin|DE|BE, |||AT|, Ringweg 1|10115|Berlin|AT|",
        // a part that agrees with what is known takes nothing away
        "Ringweg 1|10115|Berlin|DE|BE, |10115|Berlin||, Ringweg 1|10115|Berlin|DE|BE",
        "Ringweg 1|10115|Berlin|DE|BE, ||Berlin||, Ringweg 1|10115|Berlin|DE|BE",
        "||Berlin|DE|BE, Ringweg 1|10115|||, Ringweg 1|10115|Berlin|DE|BE",
        "Elbweg 1|01067|Dresden|DE|SN, Elbweg 1|1067|Dresden||, Elbweg 1|01067|Dresden|DE|SN",
        // one that does not is another address
        "Ringweg 1|10115|Berlin|DE|BE, |80331|München||, |80331|München|DE|",
    })
    void staysKnown(String known, String said, String kept) {
        if (!known.isEmpty()) {
            portfolio.imported(HEADER + row("R-1", known));
        }
        portfolio.imported(HEADER + row("R-1", said));

        assertThat(debtor()).isEqualTo(kept);
    }

    @Test
    void livesWhereAnotherRowSaysThatHeDoes() {
        portfolio.imported(
                HEADER + row("R-1", "Ring 2|1010|Wien||") + row("R-2", "|||AT|") + row("R-3", "Ring 2|1010|Wien||"));
        assertThat(debtor()).isEqualTo("Ring 2|1010|Wien|AT|");
    }

    @Test
    void doesNotMoveBecauseTheSameListComesWithoutCountries() {
        portfolio.imported(HEADER + row("R-1", "Ring 1|1010|Wien|AT|9"));
        assertThat(portfolio.imported(HEADER + row("R-1", "Ring 1|1010|Wien||")).accepted())
                .isZero();
    }

    /** A number without country code was one where he lived; where he lives now only his postcode says. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"'80331;München;', ", "'1020;Wien;', +431711234567", "'80331;München;DE', +491711234567"})
    void hasNoNumberOfACountryThatHeHasLeft(String place, @Nullable String phone) {
        portfolio.imported(HEADER + row("R-1", "Ring 1|1010|Wien|AT|9"));
        portfolio.imported(
                "creditor_id;debtor_id;name;invoice_id;invoice_date;due_date;amount;currency;postcode;city;country;phone\n"
                        + Portfolio.CREDITOR + ";D-1;Somebody;R-1;2026-10-27;2026-11-10;100.00;EUR;" + place
                        + ";0171 1234567\n");

        assertThat(portfolio.strings("select value from contact_point"))
                .isEqualTo(phone == null ? List.of() : List.of(phone));
    }

    private static String row(String invoice, String address) {
        List<String> parts = Arrays.asList(address.split("\\|", -1));
        return Portfolio.CREDITOR + ";D-1;Somebody;" + invoice + ";2026-10-27;2026-11-10;100.00;EUR;"
                + String.join(";", parts) + "\n";
    }

    private String debtor() {
        return portfolio
                .strings(
                        "select concat_ws('|', coalesce(street, ''), coalesce(postcode, ''), coalesce(city, ''), country,"
                                + " coalesce(state, '')) from debtor")
                .get(0);
    }
}
