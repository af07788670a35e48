package dev.kulanz.contact.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in which every text is written as it stands on paper; marks and what they hold are left alone.
 *
 * @param xhtml what is printed
 * @param missing code points that can't be shown, in order, each once
 */
public record PrintedPage(String xhtml, List<Integer> missing) {

    private static final Pattern NO_TEXT = Pattern.compile(
            "<style.*?</style>|<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>|&[^;]*;", Pattern.DOTALL);

    public PrintedPage {
        missing = List.copyOf(missing);
    }

    public static PrintedPage of(String xhtml) {
        if (PrintedText.isPlain(xhtml)) {
            return new PrintedPage(xhtml, List.of());
        }
        StringBuilder page = new StringBuilder(xhtml.length());
        List<Integer> missing = new ArrayList<>();
        Matcher between = NO_TEXT.matcher(xhtml);
        int at = 0;
        while (between.find()) {
            write(xhtml.substring(at, between.start()), page, missing);
            page.append(between.group());
            at = between.end();
        }
        write(xhtml.substring(at), page, missing);
        return new PrintedPage(page.toString(), missing.stream().distinct().toList());
    }

    private static void write(String text, StringBuilder page, List<Integer> missing) {
        PrintedText printed = PrintedText.of(text);
        page.append(printed.words());
        missing.addAll(printed.missing());
    }
}
