package dev.kulanz.journey;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Chooser;
import dev.kulanz.contact.Step;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.PostalAddress;
import dev.kulanz.shared.Refusal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** "Find contact details": keeps what a clerk found, and refuses it where the step would find no way after all. */
@Component
class FoundDetails {

    static final String FOUND = "FOUND";
    static final String NOTHING_FOUND = "NOTHING_FOUND";
    private static final String SOURCE = "CLERK";

    private final ContactPoints contactPoints;
    private final Debtors debtors;
    private final Chooser chooser;

    FoundDetails(ContactPoints contactPoints, Debtors debtors, Chooser chooser) {
        this.contactPoints = contactPoints;
        this.debtors = debtors;
        this.chooser = chooser;
    }

    /**
     * Keeps them; a phone number also where nothing to write to was found.
     *
     * @param step the step that waits for them; null: none of the ladder
     * @throws Refusal if something can't be read, or no message can be sent with what is known now
     */
    void keep(DunningCase of, String outcome, Map<String, @Nullable String> answers, @Nullable String step) {
        String phone = answers.get(TaskForm.PHONE);
        String email = answers.get(TaskForm.EMAIL);
        Optional<PostalAddress> address = outcome.equals(FOUND) ? written(answers) : Optional.empty();
        // first, for a number without country code is where he lives now
        address.ifPresent(found -> debtors.move(of.debtorId(), found, SOURCE));
        if (phone != null) {
            contactPoints.add(of.debtorId(), ContactPoint.Kind.PHONE, phone, SOURCE);
        }
        if (!outcome.equals(FOUND)) {
            return;
        }
        if (email != null) {
            contactPoints.add(of.debtorId(), ContactPoint.Kind.EMAIL, email, SOURCE);
        }
        boolean isNothingTold = TaskForm.FIND_CONTACT_DETAILS
                .missing(outcome, field -> answers.get(field) != null)
                .isPresent();
        if (isNothingTold && phone == null) {
            throw Refusal.unacceptable(
                    TaskForm.EMAIL,
                    "Please enter the e-mail address or the postal address that you found, or choose that there is nothing.");
        }
        if (step != null && Step.of(step).isPresent() && !chooser.hasWay(of.number(), Step.named(step))) {
            throw noWay(email, address.isPresent());
        }
    }

    private static Optional<PostalAddress> written(Map<String, @Nullable String> answers) {
        return PostalAddress.written(
                answers.get(TaskForm.STREET),
                answers.get(TaskForm.POSTCODE),
                answers.get(TaskForm.CITY),
                answers.get(TaskForm.COUNTRY));
    }

    private static Refusal noWay(@Nullable String email, boolean hasAddress) {
        if (email == null && !hasAddress) {
            return Refusal.unacceptable(
                    TaskForm.PHONE,
                    "This message can't be sent to a phone number. Please enter an e-mail address or a postal address too, or choose that there is nothing to write to: the number is kept all the same.");
        }
        return Refusal.unacceptable(
                email == null ? TaskForm.STREET : TaskForm.EMAIL,
                "This message can't be sent there: messages to it have failed, the creditor does not use this way, or our letters can't show the name, the address or an invoice. Please enter another address, or choose that there is nothing to write to.");
    }
}
