package dev.kulanz.desk;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with gaps: {@code {amount}} is filled with what is known under that name; a part in square brackets is left
 * out if something that it needs is not known. {@code Paused: {reason}[, until {until}].}
 */
final class Sentence {

    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern GAP = Pattern.compile("\\{([A-Za-z.]+)}");

    private Sentence() {}

    /** @param known the words for a name; null: not known */
    static String fill(String pattern, Function<String, @Nullable String> known) {
        String whole = PART.matcher(pattern).replaceAll(part -> Matcher.quoteReplacement(part(part.group(1), known)));
        return GAP.matcher(whole).replaceAll(gap -> Matcher.quoteReplacement(orDash(known.apply(gap.group(1)))));
    }

    private static String part(String part, Function<String, @Nullable String> known) {
        boolean complete = GAP.matcher(part).results().allMatch(gap -> known.apply(gap.group(1)) != null);
        return complete ? part : "";
    }

    private static String orDash(@Nullable String words) {
        return words == null ? "–" : words;
    }
}
