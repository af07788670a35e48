package dev.kulanz.handover;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.cases.CaseDesk;
import dev.kulanz.cases.DunningCase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hand-overs to the collection agency, and its answers. */
@RestController
@RequestMapping("/api/v1/handovers")
class HandoverController {

    private final CaseDesk desk;
    private final Handovers handovers;
    private final Answers answers;
    private final CurrentUser user;

    HandoverController(CaseDesk desk, Handovers handovers, Answers answers, CurrentUser user) {
        this.desk = desk;
        this.handovers = handovers;
        this.answers = answers;
        this.user = user;
    }

    /** The hand-overs of a case, the latest first. */
    @GetMapping
    List<HandoverView> ofCase(@RequestParam("case") String number) {
        return handovers.ofCase(desk.open(number)).stream()
                .map(HandoverView::of)
                .toList();
    }

    /** The agency's answer: 201, or 200 if the same was noted before. */
    @PostMapping("/{number}/answers")
    ResponseEntity<HandoverView> answer(@PathVariable String number, @RequestBody AgencyAnswer answer) {
        boolean isNew = answers.receive(answer.about(number), user.scope());
        Handover now = handovers.ofCase(desk.open(number)).get(0);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(HandoverView.of(now));
    }

    record RecallRequest(@Nullable String reason) {}

    /** We take the case back. */
    @PostMapping("/{number}/recall")
    HandoverView recall(@PathVariable String number, @RequestBody(required = false) @Nullable RecallRequest request) {
        DunningCase of = desk.open(number);
        return HandoverView.of(answers.recall(of.number(), request == null ? null : request.reason()));
    }
}
