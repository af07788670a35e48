package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.cases.CaseDesk;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.payments.PaymentReturns;
import dev.kulanz.payments.ReturnOrder;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case worker books that a payment came back. Pressing twice books once, as a payment comes back once. */
@Controller
class PaymentReturnPage {

    private final CaseDesk desk;
    private final PaymentReturns returns;
    private final CurrentUser user;
    private final FormAnswer answer;
    private final BusinessClock clock;

    PaymentReturnPage(CaseDesk desk, PaymentReturns returns, CurrentUser user, FormAnswer answer, BusinessClock clock) {
        this.desk = desk;
        this.returns = returns;
        this.user = user;
        this.answer = answer;
        this.clock = clock;
    }

    @PostMapping("/cases/{number}/returns")
    String book(
            @PathVariable String number,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        DunningCase of = desk.open(number);
        return answer.to(of.number(), "return", values, locale, redirect, input -> {
            String payment = input.required("externalId");
            String reason = input.required("reason");
            LocalDate day = input.day("valueDate");
            if (day != null && day.isAfter(clock.today())) {
                throw input.refuse("valueDate", "desk.return.future");
            }
            boolean isNew = returns.book(new ReturnOrder(of.creditorId(), payment, day, reason), user.scope())
                    .isNew();
            return isNew ? "desk.return.booked" : "desk.return.booked-before";
        });
    }
}
