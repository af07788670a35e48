package dev.kulanz.journey.engine;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL's "like" for what is not asked for in SQL. */
final class Like {

    private Like() {}

    static boolean matches(@Nullable String pattern, String text) {
        if (pattern == null) {
            return true;
        }
        String regex = Pattern.quote(pattern).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(text)
                .matches();
    }
}
