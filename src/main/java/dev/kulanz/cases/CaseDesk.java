package dev.kulanz.cases;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.shared.Refusal;
import org.springframework.stereotype.Component;

/** Opens a case for whoever asks at this moment: only if it belongs to a creditor that he may see. */
@Component
public class CaseDesk {

    private final Cases cases;
    private final CurrentUser user;

    CaseDesk(Cases cases, CurrentUser user) {
        this.cases = cases;
        this.user = user;
    }

    /**
     * The case with this number.
     *
     * @throws Refusal if there is none, or it is not for this user; both sound alike
     */
    public DunningCase open(String number) {
        return cases.find(number)
                .filter(found -> user.scope().allows(found.creditorId()))
                .orElseThrow(() -> Refusal.notFound("There is no case “" + number + "”."));
    }
}
