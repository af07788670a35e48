package dev.kulanz.demo;

import java.time.LocalDate;
import java.util.List;

/** What a scripted debtor does when his telephone rings. */
public sealed interface Reaction {

    /** Stands in what he says where he proves who he is: his year of birth, or else his customer number. */
    String PROOF = "{proof}";

    record Busy() implements Reaction {}

    record NoAnswer() implements Reaction {}

    record Voicemail() implements Reaction {}

    /** Nobody has this number. */
    record NotInService() implements Reaction {}

    /** The telephone network fails. */
    record Outage() implements Reaction {}

    /** He says this, one thing after the other whatever he hears, and then hangs up. Nothing: he is silent. */
    record Says(List<String> lines) implements Reaction {}

    static Reaction says(String... lines) {
        return new Says(List.of(lines));
    }

    /** He says who he is and promises to pay by a day. */
    static Reaction promises(LocalDate day, String language) {
        return language.equals("en")
                ? says("Yes, speaking.", PROOF, "I can pay on " + day + ".", "Yes, that is right.")
                : says("Ja, am Apparat.", PROOF, "Das schaffe ich bis zum " + day + ".", "Ja, genau.");
    }

    /** He listens and promises nothing. */
    static Reaction listens(String language) {
        return language.equals("en")
                ? says("Yes, speaking.", PROOF, "No, I do not know yet.")
                : says("Ja, am Apparat.", PROOF, "Nein, das weiß ich noch nicht.");
    }

    static Reaction asksForAPerson(String language) {
        return says(
                language.equals("en")
                        ? "I would rather speak to a person."
                        : "Ich möchte lieber mit einem Menschen sprechen.");
    }

    static Reaction isSomebodyElse(String language) {
        return says(language.equals("en") ? "Sorry, wrong number." : "Da haben Sie sich verwählt.");
    }
}
