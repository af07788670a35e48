package dev.kulanz.contact;

import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.CreditorCheck;
import dev.kulanz.shared.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a creditor who writes letters says of itself stands on each of them: one character that they can't show would keep
 * back all of them.
 */
@Component
class LetterheadCheck implements CreditorCheck {

    private static final String NOT_SHOWN = "Our letters can't show %s: please leave it out, or do without letters.";

    @Override
    public List<FieldError> faults(Creditor creditor) {
        if (!creditor.uses(Channel.LETTER.name())) {
            return List.of();
        }
        List<FieldError> faults = new ArrayList<>();
        LetterWriting.notShown(creditor)
                .forEach((setting, points) -> faults.add(new FieldError(setting, NOT_SHOWN.formatted(points))));
        if (faults.isEmpty() && LetterPlaces.head(creditor).isEmpty()) {
            faults.add(new FieldError("name", "It finds no room at the head of a letter: please shorten it."));
        } else if (faults.isEmpty() && LetterPlaces.returnLine(creditor).isEmpty()) {
            faults.add(new FieldError(
                    "street", "Name and address find no room above the address of a letter: please shorten them."));
        }
        return faults;
    }
}
