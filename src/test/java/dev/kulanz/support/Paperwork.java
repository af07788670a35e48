package dev.kulanz.support;

import dev.kulanz.shared.BusinessClock;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings a debtor with an overdue invoice into the books, by the doors that integrators use. */
public final class Paperwork {

    private static final Pattern NUMBER = Pattern.compile("\"number\":\"(K-[0-9-]+)\"");
    private static final Pattern NOW = Pattern.compile("\"now\":\"([^\"]+)\"");

    private final Browser program;

    public Paperwork(int port) {
        this.program = Browser.withPassword(port, "owner", "owner");
    }

    /** The CSV of one invoice that has been due for six days. */
    public String invoice(String creditor, String debtor, String amount) {
        LocalDate today = today();
        return """
                creditor_id,debtor_id,debtor_type,name,language,email,city,country,invoice_id,invoice_date,due_date,amount,currency
                %1$s,%2$s,CONSUMER,Frieda %2$s,de,frieda@example.com,Kiel,DE,R-%2$s,%3$s,%4$s,%5$s,EUR
                """.formatted(creditor, debtor, today.minusDays(30), today.minusDays(6), amount);
    }

    /** A creditor of its own, and the number of its only case. */
    public String openCase(String creditor, String debtor, String amount) {
        creditor(creditor);
        answered(program.send("/api/v1/open-items/import", "text/csv", invoice(creditor, debtor, amount)));
        advance("PT1M");
        return find(NUMBER, answered(program.get("/api/v1/cases?creditorId=" + creditor)));
    }

    public void creditor(String id) {
        answered(program.put("/api/v1/creditors/" + id, """
                {"name": "Musterwerke %s", "email": "hilfe@example.com",
                 "street": "Werkstraße 3", "postcode": "24103", "city": "Kiel",
                 "accounts": [{"iban": "DE02120300000000202051", "name": "Musterwerke GmbH"}]}""".formatted(id)));
    }

    public void advance(String by) {
        answered(program.post("/api/v1/demo/clock", "{\"advanceBy\": \"" + by + "\"}"));
    }

    public LocalDate today() {
        Instant now = Instant.parse(find(NOW, answered(program.get("/api/v1/demo/clock"))));
        return LocalDate.ofInstant(now, BusinessClock.ZONE); // for an hour or two of each day another one than in UTC
    }

    public String get(String path) {
        return answered(program.get(path));
    }

    private static String answered(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    public static String find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("No " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
