package dev.kulanz.contact;

import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.CreditorCheck;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Said;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a creditor who writes letters says of itself stands on each of them: one character that they can't show would keep
 * back all of them.
 */
@Component
class LetterheadCheck implements CreditorCheck {

    @Override
    public List<FieldError> faults(Creditor creditor) {
        if (!creditor.uses(Channel.LETTER.name())) {
            return List.of();
        }
        List<FieldError> faults = new ArrayList<>();
        LetterWriting.notShown(creditor)
                .forEach((setting, points) -> faults.add(new FieldError(
                        setting,
                        Said.of(
                                "creditor.not-shown",
                                "Our letters can't show {0}: please leave it out, or do without letters.",
                                points))));
        if (faults.isEmpty() && LetterPlaces.head(creditor).isEmpty()) {
            faults.add(new FieldError(
                    "name",
                    Said.of("creditor.no-room", "It finds no room at the head of a letter: please shorten it.")));
        } else if (faults.isEmpty() && LetterPlaces.returnLine(creditor).isEmpty()) {
            faults.add(new FieldError(
                    "street",
                    Said.of(
                            "creditor.no-return-line",
                            "Name and address find no room above the address of a letter: please shorten them.")));
        }
        return faults;
    }
}
