package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell of words may answer: one word in quotes, or those that the branches of an {@code if} give. */
final class WordsOfCell {

    private static final Pattern TOKEN = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|\\w+|\\S");

    private WordsOfCell() {}

    /** All of them; empty if something is reckoned, so that nobody can see it beforehand. */
    static Optional<List<String>> in(String cell) {
        List<String> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(cell);
        boolean answers = true; // the whole cell is an answer
        boolean answered = false;
        while (token.find()) {
            String one = token.group();
            boolean isBranch = one.equals("then") || one.equals("else");
            if (answers) {
                if (token.group(1) != null) {
                    words.add(token.group(1));
                    answered = true;
                    answers = false;
                } else if (one.equals("if")) {
                    answers = false;
                } else if (!one.equals("(")) {
                    return Optional.empty();
                }
            } else if (isBranch) {
                answers = true;
                answered = false;
            } else if (answered && !one.equals(")")) {
                return Optional.empty();
            }
        }
        return answers || words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
