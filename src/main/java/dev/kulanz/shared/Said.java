package dev.kulanz.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence to a person: in English, as programs get it, and under a key by which pages find it in other languages.
 *
 * @param pattern the English sentence; {@code {0}} stands for the first argument
 */
public record Said(String key, String pattern, List<Object> arguments) {

    private static final Pattern GAP = Pattern.compile("\\{(\\d+)}");

    public static Said of(String key, String english, Object... arguments) {
        return new Said(key, english, List.of(arguments));
    }

    /** The same with something before it, to which a further argument belongs. */
    public Said after(String pattern, Object argument) {
        List<Object> more = new ArrayList<>(arguments);
        more.add(argument);
        return new Said(key, pattern.replace("{}", "{" + arguments.size() + "}") + this.pattern, more);
    }

    public String english() {
        return GAP.matcher(pattern)
                .replaceAll(gap -> Matcher.quoteReplacement(
                        arguments.get(Integer.parseInt(gap.group(1))).toString()));
    }
}
