package dev.kulanz.desk;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.PromiseTerms;
import dev.kulanz.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case file shows of promises to pay.
 *
 * @param all the latest first
 * @param terms which promise could be noted now; null if nobody can say it
 * @param failure why nobody can say it; null if it is known
 */
record PromiseCard(
        List<Promise> all,
        @Nullable PromiseTerms terms,
        @Nullable Refusal failure) {

    /** Whether any could be noted now. */
    public boolean isOpen() {
        return terms != null && terms.allowAny();
    }
}
