package dev.kulanz.decisions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A cell before KIE's reader gets it, which overflows its stack on some hundred brackets and takes minutes for a short
 * line of signs that make no sense, as {@code = , = , =}. So what comes to it is short, not tangled, and each sign stands
 * where one can stand. Texts, numbers and commas cost nothing: a long list of words is easy to read.
 */
final class CellText {

    static final int LONGEST = 2_000;

    /**
     * How much of what may stand in a cell. The second one is what KIE's reader still gets through in a second; of
     * {@code in} each one more doubles its time.
     *
     * @param filters as in {@code [1, 2][1]}
     */
    private record Limits(
            int length, int wordsAndSigns, int depth, int ranges, int dots, int ins, int ifs, int filters) {

        private static final Limits READABLE = new Limits(LONGEST, 80, 10, 12, 6, 6, 6, 3);
        private static final Limits COMPUTABLE = new Limits(20_000, 500, 12, 100, 9, 6, 16, 6);

        static Limits at(Moment moment) {
            return moment == Moment.ARRIVAL ? READABLE : COMPUTABLE;
        }
    }

    /** Words of a programming language; {@link PermittedFeel} would not let them pass either. */
    private static final Set<String> PROGRAMMING = Set.of("function", "external", "for", "return");

    private static final String INSTANCE = "instance";
    /** Behind a backslash in a text. */
    private static final String ESCAPED = "\"\\'nrtbfuU";

    /** Between two values. */
    private static final Set<String> JOINING = Set.of("and", "or", "in", "between", "then", "else", "satisfies", "of");

    /** Before a value. */
    private static final Set<String> LEADING = Set.of("if", "some", "every");

    /** What a place follows, which says what may stand there. */
    private enum After {
        /** The start, a comma or an opening bracket. */
        START,
        /** A sign or word that needs a value behind it. */
        OPERATOR,
        /** {@code in}, behind which a comparison may stand too. */
        IN,
        NAME,
        VALUE
    }

    private final String text;
    private final Moment moment;
    private final Limits most;
    private int at;
    private After after = After.START;
    private int wordsAndSigns;
    private int dots;
    private int ins;
    private int ifs;
    private int ranges;
    private int filters;
    /** Open brackets, the innermost first; true once a range's {@code ..} stood in it. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private CellText(String text, Moment moment) {
        this.text = text;
        this.moment = moment;
        this.most = Limits.at(moment);
    }

    /** Why this is not read at all; empty if it may be. */
    static Optional<String> refusal(String cell, Moment moment) {
        int longest = Limits.at(moment).length();
        if (cell.length() > longest) {
            return Optional.of("it is %d characters long; a cell has at most %d".formatted(cell.length(), longest));
        }
        Optional<String> unseen = moment == Moment.ARRIVAL ? unseen(cell) : Optional.empty();
        if (unseen.isPresent()) {
            return unseen;
        }
        try {
            new CellText(cell, moment).read();
            return Optional.empty();
        } catch (Tangled e) {
            return Optional.of(e.sentence);
        }
    }

    /** Ends the reading. */
    private static final class Tangled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String sentence;

        Tangled(String sentence, Object... words) {
            super(null, null, false, false);
            this.sentence = String.format(Locale.ROOT, sentence, words);
        }
    }

    /** Characters that a person can't see, or that readers of XML and FEEL take differently. */
    private static Optional<String> unseen(String cell) {
        return cell.codePoints()
                .filter(character -> !isSeen(character))
                .mapToObj(character -> String.format(
                        Locale.ROOT, "it has the character U+%04X, which can't be seen; type the cell anew", character))
                .findFirst();
    }

    private static boolean isSeen(int character) {
        if (character == ' ' || character == '\n' || character == '\t' || character == '\r') {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private void read() {
        while (at < text.length()) {
            next();
        }
        if (!open.isEmpty()) {
            throw new Tangled("a bracket is opened and not closed");
        }
        if (wordsAndSigns > most.wordsAndSigns()
                || dots > most.dots()
                || ins > most.ins()
                || ifs > most.ifs()
                || ranges > most.ranges()
                || filters > most.filters()) {
            throw new Tangled("it is too long to be understood; make two rows of it");
        }
    }

    private void next() {
        int character = text.codePointAt(at);
        if (Character.isWhitespace(character) || !isSeen(character)) {
            at += Character.charCount(character);
        } else if (character == '"') {
            quoted();
        } else if (text.startsWith("//", at)) {
            at = endOf("\n", text.length());
        } else if (text.startsWith("/*", at)) {
            at = endOf("*/", -1) + 2;
        } else if (isOfName(character)) {
            word();
        } else {
            sign(character);
        }
    }

    private void quoted() {
        value();
        at++;
        int end = moment == Moment.ARRIVAL ? endOf("\"", -1) : endOfEscaped();
        if (moment == Moment.ARRIVAL && text.substring(at, end).chars().anyMatch(c -> c == '\\' || c < ' ')) {
            throw new Tangled("a text has no backslash and no line break");
        }
        at = end + 1;
    }

    /** Of a text with signs behind a backslash, as FEEL knows them. */
    private int endOfEscaped() {
        for (int end = at; end < text.length(); end++) {
            if (text.charAt(end) == '"') {
                return end;
            }
            if (text.charAt(end) == '\\' && (++end >= text.length() || ESCAPED.indexOf(text.charAt(end)) < 0)) {
                break;
            }
        }
        throw new Tangled("a text is begun and not ended");
    }

    private int endOf(String what, int otherwise) {
        int end = text.indexOf(what, at);
        if (end < 0 && otherwise < 0) {
            throw new Tangled("a text or remark is begun and not ended by %s", what);
        }
        int found = end < 0 ? otherwise : end;
        if (text.substring(at, found).replace("\r\n", "\n").indexOf('\r') >= 0) {
            throw new Tangled("a line ends oddly; type the cell anew");
        }
        return found;
    }

    private static boolean isOfName(int character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private void word() {
        int from = at;
        while (at < text.length() && isOfName(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        String word = text.substring(from, at);
        if (word.chars().allMatch(CellText::isDigit)) {
            if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
                at++;
                while (at < text.length() && isDigit(text.charAt(at))) {
                    at++;
                }
            }
            value();
            return;
        }
        if (PROGRAMMING.contains(word) || (moment == Moment.ARRIVAL && word.equals(INSTANCE))) {
            throw new Tangled("'%s' is not permitted; a cell compares and reckons", word);
        }
        wordsAndSigns++;
        ins += word.equals("in") ? 1 : 0;
        ifs += LEADING.contains(word) ? 1 : 0;
        if (word.equals(INSTANCE)) {
            needsValueBefore(word);
            after = After.NAME;
        } else if (JOINING.contains(word)) {
            needsValueBefore(word);
            after = word.equals("in") ? After.IN : After.OPERATOR;
        } else if (after == After.VALUE) {
            throw misplaced(word);
        } else if (LEADING.contains(word)) {
            if (after == After.NAME) {
                throw misplaced(word);
            }
            after = After.OPERATOR;
        } else {
            after = After.NAME;
        }
    }

    private void value() {
        if (after == After.NAME || after == After.VALUE) {
            throw misplaced(text.substring(at > 20 ? at - 20 : 0, Math.min(at + 1, text.length())));
        }
        after = After.VALUE;
    }

    private void needsValueBefore(String what) {
        if (after != After.NAME && after != After.VALUE) {
            throw misplaced(what);
        }
    }

    private static Tangled misplaced(String what) {
        return new Tangled(
                "'%s' can't stand where it stands; put text in quotation marks, and write numbers without a unit",
                what);
    }

    private void sign(int sign) {
        at += Character.charCount(sign);
        wordsAndSigns += sign == ',' ? 0 : 1;
        switch (sign) {
            case ',' -> {
                needsValueBefore(",");
                after = After.START;
            }
            case '<', '>', '=', '!' -> comparison();
            case '-' -> minus();
            case '+', '/', '*', ':' -> {
                if (sign == '*' && at < text.length() && text.charAt(at) == '*') {
                    at++;
                }
                needsValueBefore(Character.toString(sign));
                after = After.OPERATOR;
            }
            case '.' -> dot();
            case '?' -> value();
            case '@' -> {
                if (at >= text.length() || text.charAt(at) != '"') {
                    throw misplaced("@");
                }
            }
            case '(', '[', '{' -> bracket(sign);
            case ')', ']', '}' -> closing(sign);
            default -> throw new Tangled("the sign %s has no meaning here; %s", Character.toString(sign), meant(sign));
        }
    }

    private static String meant(int sign) {
        return switch (sign) {
            case '≥' -> "write >=";
            case '≤' -> "write <=";
            case '≠' -> "write not(…) around the value";
            case '–', '—', '−' -> "write - for a minus, or leave the cell blank for any value";
            case '€', '$', '£', '%' -> "write the number only";
            default -> "put text in quotation marks";
        };
    }

    private void comparison() {
        if (after == After.OPERATOR) {
            throw new Tangled(
                    "'%s' can't stand where it stands; write ? before it, as ? > 10 or ? < 5",
                    text.substring(at - 1, at));
        }
        if (text.charAt(at - 1) != '=' && at < text.length() && text.charAt(at) == '=') {
            at++;
        }
        after = After.OPERATOR;
    }

    /** A dash by itself, for any value; before a value once. */
    private void minus() {
        if (text.strip().length() > 1) {
            if (after == After.OPERATOR
                    && text.substring(0, at - 1).stripTrailing().endsWith("-")) {
                throw misplaced("- -");
            }
            after = After.OPERATOR;
        }
    }

    private void dot() {
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            ranges++;
            if (open.isEmpty()) {
                throw new Tangled("a range stands in brackets, as [1..5]");
            }
            open.pop();
            open.push(true);
        } else if (after == After.START || after == After.OPERATOR || after == After.IN) {
            if (moment == Moment.ARRIVAL) {
                throw new Tangled("write 0.5, not .5");
            }
            after = After.NAME; // as 0 would stand before it
        } else {
            dots++;
        }
        needsValueBefore("..");
        after = After.OPERATOR;
    }

    /** A range may be closed by [ and opened by ]. */
    private void bracket(int sign) {
        boolean behindValue = after == After.NAME || after == After.VALUE;
        if (sign == '[' && behindValue && Boolean.TRUE.equals(open.peek())) {
            close();
            return;
        }
        if (sign == '{' && behindValue) {
            throw misplaced("{");
        }
        filters += after == After.VALUE ? 1 : 0;
        open.push(false);
        after = After.START;
        if (open.size() > most.depth()) {
            throw new Tangled("it has more than %d brackets in each other", most.depth());
        }
    }

    private void closing(int sign) {
        boolean empty = after == After.START && "([{".indexOf(lastSign()) == ")]}".indexOf(sign);
        boolean dash = sign == ')'
                && after == After.OPERATOR
                && lastSign() == '-'
                && text.strip().startsWith("not");
        if (after == After.NAME || after == After.VALUE || empty || dash) {
            close();
        } else if (sign == ']') {
            bracket(sign);
        } else {
            throw misplaced(Character.toString(sign));
        }
    }

    private char lastSign() {
        String before = text.substring(0, at - 1).stripTrailing();
        return before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
    }

    private void close() {
        if (open.poll() == null) {
            throw new Tangled("a bracket is closed that was not opened");
        }
        after = After.VALUE;
    }
}
