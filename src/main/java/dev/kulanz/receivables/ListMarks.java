package dev.kulanz.receivables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks that count what stands in a field: {@code 1. … 2. …}, {@code a) … b) …}. They are part of no number and no address.
 * Read are only such as begin with the first and leave none out: {@code 2.} alone may be anything.
 */
final class ListMarks {

    private static final Pattern MARK = Pattern.compile("(?i)(?<![^\\s,;|/(\\[:])\\(?(?<which>[1-9]|[a-i](?=[.)]))"
            + "(?<end>\\.\\)|[.):])(?=\\s|[+0(]|\\p{L}\\p{L})");

    private static final Pattern BEFORE_A_NUMBER = Pattern.compile("\\s*[+(]*[0+]");

    /** Before a day of the month. */
    private static final Pattern IS_BEHIND_A_TIME = Pattern.compile(
            "(?i)(?<!\\p{L})(?:ab|bis|von|vom|nach|vor|am|zum|den|seit|after|before|from|until|till|to|since|on)\\s*$");

    private static final Pattern AT_THE_END = Pattern.compile("\\p{Nd}\\s+\\(?[1-9][.)]\\s*$");

    private static final Pattern IS_BEHIND_A_WORD = Pattern.compile("\\p{L}\\.?\\s?$");

    private ListMarks() {}

    /** Whether a single letter or digit stands before such a mark; for speed. */
    private static boolean mayHold(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (".):".indexOf(text.charAt(i)) >= 0
                    && Character.isLetterOrDigit(text.charAt(i - 1))
                    && (i == 1 || !Character.isLetterOrDigit(text.charAt(i - 2)))) {
                return true;
            }
        }
        return false;
    }

    /** A text of numbers without them; those that count nothing stay. */
    static String withoutBesideNumbers(String text) {
        return without(text, true);
    }

    /** A text of addresses without them; {@code 1. max@…} alone may have a blank too many. */
    static String withoutBesideAddresses(String text) {
        return without(text, false);
    }

    /** Whether a mark is left before a number, or behind the last: its digit would be dialled. */
    static boolean isLeft(String text) {
        if (AT_THE_END.matcher(text).find()) {
            return true;
        }
        Matcher mark = MARK.matcher(text);
        while (mayHold(text) && mark.find()) {
            boolean isCounting = Character.isDigit(mark.group("which").charAt(0));
            if (isCounting && !mark.group("end").equals(":") && isBeforeANumber(text, mark.end())) {
                return true;
            }
        }
        return false;
    }

    private static String without(String text, boolean numbers) {
        List<int[]> marks = mayHold(text) ? marks(text) : List.of();
        if (marks.isEmpty()
                || (!numbers && !marks.stream().allMatch(mark -> isNoneOfAnAddress(text, mark)))
                || (marks.size() == 1 && !countsAlone(text, marks.get(0), numbers))) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.substring(0, marks.get(0)[0]));
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? marks.get(i + 1)[0] : text.length();
            rest.append(i == 0 ? " " : " ; ").append(text, marks.get(i)[1], end);
        }
        return rest.toString().strip();
    }

    /** Begin and end of each, if they count from the first on. */
    private static List<int[]> marks(String text) {
        List<int[]> marks = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        char expected = 0;
        while (mark.find()) {
            if (IS_BEHIND_A_TIME.matcher(text.substring(0, mark.start())).find()) {
                return List.of();
            }
            if (mark.group("end").equals(":")
                    && IS_BEHIND_A_WORD.matcher(text.substring(0, mark.start())).find()) {
                continue; // E-Mail 1: …, E-Mail 2: …
            }
            char which = Character.toLowerCase(mark.group("which").charAt(0));
            if (expected == 0) {
                boolean isFirst = (which == '1' || which == 'a')
                        && text.substring(0, mark.start()).chars().noneMatch(c -> Character.isDigit(c) || c == '@');
                if (!isFirst) {
                    return List.of();
                }
                expected = which;
            }
            if (which == expected) {
                marks.add(new int[] {mark.start(), mark.end()});
                expected++;
            }
        }
        return marks;
    }

    /** {@code a.muster@example.org} begins with an initial, and so may {@code 1.fck@example.org}. */
    private static boolean isNoneOfAnAddress(String text, int[] mark) {
        String written = text.substring(mark[0], mark[1]);
        boolean isApart = mark[1] < text.length() && Character.isWhitespace(text.charAt(mark[1]));
        return written.endsWith(")") || (isApart && written.chars().anyMatch(Character::isDigit));
    }

    private static boolean countsAlone(String text, int[] mark, boolean numbers) {
        String written = text.substring(mark[0], mark[1]);
        return written.indexOf('1') >= 0
                && (numbers
                        ? text.length() > mark[1]
                                && Character.isWhitespace(text.charAt(mark[1]))
                                && isBeforeANumber(text, mark[1])
                        : written.endsWith(")"));
    }

    private static boolean isBeforeANumber(String text, int from) {
        return BEFORE_A_NUMBER.matcher(text).region(from, text.length()).lookingAt();
    }
}
