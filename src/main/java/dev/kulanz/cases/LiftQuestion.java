package dev.kulanz.cases;

import dev.kulanz.shared.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has to be answered before a block is lifted, as something stands behind it.
 *
 * @param then from when on the debtor may be asked for money; null: lifting it alone does not lead there
 */
public record LiftQuestion(Matter matter, @Nullable Said then) {

    /** What follows if it ends, sentence by sentence. */
    public List<Said> consequences() {
        List<Said> all = new ArrayList<>();
        all.add(matter.ending());
        if (then != null) {
            all.add(then);
        }
        return all;
    }

    String ifEnded() {
        return consequences().stream().map(Said::english).collect(Collectors.joining(" "));
    }
}
