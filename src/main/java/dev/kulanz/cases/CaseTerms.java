package dev.kulanz.cases;

import dev.kulanz.receivables.CreditorTerms;
import dev.kulanz.receivables.Limits;
import dev.kulanz.receivables.Terms;
import org.springframework.stereotype.Component;

/** The creditor's terms that a case keeps while its round lasts, whatever the creditor sets meanwhile. */
@Component
public class CaseTerms {

    private final CreditorTerms terms;

    CaseTerms(CreditorTerms terms) {
        this.terms = terms;
    }

    public Terms of(DunningCase of) {
        return terms.of(of.termsId());
    }

    /** It runs on as it did before creditors had terms. */
    boolean isBeforeTerms(DunningCase of) {
        return of.termsId() == null;
    }

    /** Those for the currency of the case. */
    public Limits limits(DunningCase of) {
        return of(of).in(of.currency());
    }
}
