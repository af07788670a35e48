package dev.kulanz.desk;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseDesk;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.FollowUps;
import dev.kulanz.decisions.DecisionFailed;
import dev.kulanz.handover.Handovers;
import dev.kulanz.journey.CaseDiagram;
import dev.kulanz.journey.CaseDiagrams;
import dev.kulanz.journey.FailedTable;
import dev.kulanz.payments.CasePayments;
import dev.kulanz.receivables.CreditNotes;
import dev.kulanz.shared.Ids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The file of one case: what is owed, what happened and why, what comes next. */
@Controller
@RequestMapping("/cases/{number}")
class CaseFilePage {

    private final CaseDesk desk;
    private final CaseFiles files;
    private final Promises promises;
    private final FollowUps followUps;
    private final CasePayments payments;
    private final CreditNotes creditNotes;
    private final Timeline timeline;
    private final CaseDiagrams diagrams;
    private final Handovers handovers;

    CaseFilePage(
            CaseDesk desk,
            CaseFiles files,
            Promises promises,
            FollowUps followUps,
            CasePayments payments,
            CreditNotes creditNotes,
            Timeline timeline,
            CaseDiagrams diagrams,
            Handovers handovers) {
        this.desk = desk;
        this.files = files;
        this.promises = promises;
        this.followUps = followUps;
        this.payments = payments;
        this.creditNotes = creditNotes;
        this.timeline = timeline;
        this.diagrams = diagrams;
        this.handovers = handovers;
    }

    @GetMapping
    String file(@PathVariable String number, Model model, Locale locale) {
        DunningCase of = desk.open(number);
        model.addAttribute("file", files.of(of));
        model.addAttribute("promises", promises(of));
        model.addAttribute("followUp", followUps.of(of).orElse(null));
        model.addAttribute("payments", payments.of(of.accountId()));
        model.addAttribute("creditNotes", creditNotes.of(of.accountId()));
        model.addAttribute("story", timeline.of(of, 0, locale));
        model.addAttribute("handovers", handovers.ofCase(of));
        model.addAttribute("reasons", reasons(of));
        model.addAttribute("paymentId", "desk-" + Ids.next());
        return "desk/case";
    }

    /** Of a case that is over only what holds for the person can be said any more. */
    private static List<BlockReason> reasons(DunningCase of) {
        return BlockReason.placeable().stream()
                .filter(reason -> of.isOpen() || reason.ofPerson(null).isPresent())
                .toList();
    }

    private PromiseCard promises(DunningCase of) {
        List<Promise> latestFirst = new ArrayList<>(promises.ofCase(of.id()));
        Collections.reverse(latestFirst);
        try {
            return new PromiseCard(latestFirst, promises.terms(of), null);
        } catch (DecisionFailed failed) {
            return new PromiseCard(latestFirst, null, FailedTable.refusal(failed));
        }
    }

    /** Older parts of the story, on the page or by itself. */
    @GetMapping("/story")
    String story(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            Locale locale) {
        DunningCase of = desk.open(number);
        model.addAttribute("number", of.number());
        model.addAttribute("story", timeline.of(of, Paging.checked(page), locale));
        return fragment == null ? "desk/story" : "desk/timeline :: entries";
    }

    /** The dossier as the agency got it. */
    @GetMapping(path = "/handovers/{id}/dossier.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @ResponseBody
    byte[] dossier(@PathVariable String number, @PathVariable UUID id) {
        return handovers.dossierPdf(desk.open(number), id);
    }

    @GetMapping("/diagrams")
    @ResponseBody
    List<CaseDiagram> diagrams(@PathVariable String number) {
        return diagrams.of(desk.open(number));
    }
}
