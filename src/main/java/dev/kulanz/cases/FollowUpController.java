package dev.kulanz.cases;

import dev.kulanz.shared.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The follow-up date of a case. */
@RestController
@RequestMapping("/api/v1/cases/{number}/follow-up")
class FollowUpController {

    private final CaseDesk desk;
    private final FollowUps followUps;

    FollowUpController(CaseDesk desk, FollowUps followUps) {
        this.desk = desk;
        this.followUps = followUps;
    }

    record FollowUpRequest(
            @Nullable LocalDate date, @Nullable String reason) {}

    /** 404 while the case has none. */
    @GetMapping
    FollowUp one(@PathVariable String number) {
        return followUps
                .of(desk.open(number))
                .orElseThrow(() -> Refusal.notFound("Case " + number + " has no follow-up date."));
    }

    /** Sets it, in place of the one before. */
    @PutMapping
    FollowUp set(@PathVariable String number, @RequestBody FollowUpRequest wanted) {
        return followUps.set(desk.open(number), wanted.date(), wanted.reason());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(@PathVariable String number) {
        followUps.clear(desk.open(number));
    }
}
