package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/**
 * A condition at a flow: comparisons of process variables with literals, joined by {@code !}, {@code &&} and {@code ||}.
 * Anything more (methods, beans, arithmetic) is a decision and belongs into a table.
 */
final class Condition {

    private static final Pattern WHOLE = Pattern.compile("[$#]\\{(.*)}", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:('[^'\\\\]*'|\"[^\"\\\\]*\")|(\\d+(?:\\.\\d+)?)|"
            + "([A-Za-z_]\\w*)|(==|!=|<=|>=|<|>|&&|\\|\\||!|\\(|\\)))");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    /** The engine knows some signs as words, too. */
    private static final Map<String, String> SIGNS = Map.of(
            "eq", "==", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=", "and", "&&", "or", "||", "not", "!");

    /** Words that mean something else than a variable, and reckon. */
    private static final Set<String> RECKONING = Set.of("empty", "div", "mod", "instanceof");

    /** Read from the other side. */
    private static final Map<String, String> TURNED = Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=");

    private static final String END = "";

    /** Nobody reads a longer one, and who goes into each of its brackets comes to the end of his stack. */
    private static final int LONGEST = 1_000;

    /** What the engine reckons with. */
    private static final int MOST_DIGITS = 9;

    private final String text;
    private final KnownNames known;
    private final List<String> tokens = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private int at;

    private @Nullable Predicate<Map<String, String>> formula;
    private @Nullable String problem;

    Condition(String text, KnownNames known) {
        this.text = text;
        this.known = known;
        read();
    }

    /** The condition at a flow, if it has one that can be read. */
    static Optional<Condition> of(SequenceFlow flow, KnownNames known) {
        return Optional.ofNullable(flow.getConditionExpression())
                .map(expression -> new Condition(expression.getTextContent().strip(), known))
                .filter(condition -> condition.problem == null);
    }

    /** Tells the reader out of the grammar at the first thing he can't take. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** What is wrong with it, as a sentence; empty if nothing. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    Set<String> variables() {
        return comparisons.stream().map(Comparison::variable).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All comparisons in it, as they are written. */
    List<Comparison> comparisons() {
        return comparisons;
    }

    /** Whether the way is open where the variables have these values. */
    boolean holds(Map<String, String> values) {
        return formula != null && formula.test(values);
    }

    private void read() {
        try {
            split();
            Predicate<Map<String, String>> all = either();
            if (!next().equals(END)) {
                throw tooMuch();
            }
            formula = all;
        } catch (Wrong e) {
            problem = e.getMessage();
        }
    }

    private void split() {
        if (text.length() > LONGEST) {
            throw new Wrong("The condition is too long to be understood. Ask several questions, or a decision table.");
        }
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new Wrong(
                    "The condition “%s” is not an expression. Write it like ${outcome == 'STOP'}.".formatted(text));
        }
        String inside = whole.group(1).strip();
        Matcher token = TOKEN.matcher(inside);
        int end = 0;
        while (end < inside.length()) {
            if (!token.region(end, inside.length()).lookingAt()) {
                throw tooMuch();
            }
            String written = token.group().strip();
            tokens.add(SIGNS.getOrDefault(written, written));
            end = token.end();
        }
    }

    private String next() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private boolean take(String token) {
        boolean there = next().equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private Predicate<Map<String, String>> either() {
        Predicate<Map<String, String>> one = both();
        return take("||") ? one.or(either()) : one;
    }

    private Predicate<Map<String, String>> both() {
        Predicate<Map<String, String>> one = one();
        return take("&&") ? one.and(both()) : one;
    }

    private Predicate<Map<String, String>> one() {
        if (take("!")) {
            checkDenied();
            return one().negate();
        }
        if (take("(")) {
            Predicate<Map<String, String>> inner = either();
            if (!take(")")) {
                throw tooMuch();
            }
            return inner;
        }
        Comparison comparison = comparison();
        comparisons.add(comparison);
        return comparison::holds;
    }

    /** Of a comparison without brackets the engine denies the first part only, and then compares. */
    private void checkDenied() {
        String denied = next();
        boolean isCompared = at + 1 < tokens.size() && COMPARISONS.contains(tokens.get(at + 1));
        if (isCompared && !known.wordsOf(denied).equals(KnownNames.YES_OR_NO)) {
            throw new Wrong(
                    "“%s” would be denied before it is compared. Put the comparison into brackets, e.g. ${!(%s == 'STOP')}."
                            .formatted(denied, known.isVariable(denied) ? denied : "outcome"));
        }
    }

    private Comparison comparison() {
        return isLiteral(next()) ? turned() : straight();
    }

    /** The value stands first. */
    private Comparison turned() {
        String value = next();
        at++;
        String operator = next();
        if (!COMPARISONS.contains(operator)) {
            throw new Wrong("“%s” alone asks for nothing. Compare a process variable with it, or leave it out."
                    .formatted(value));
        }
        at++;
        String variable = variable();
        return new Comparison(variable, TURNED.getOrDefault(operator, operator), word(variable, value));
    }

    private Comparison straight() {
        String variable = variable();
        if (COMPARISONS.contains(next())) {
            String operator = next();
            at++;
            String value = next();
            if (!isLiteral(value)) {
                throw tooMuch();
            }
            at++;
            return new Comparison(variable, operator, word(variable, value));
        }
        if (!known.wordsOf(variable).equals(KnownNames.YES_OR_NO)) {
            throw new Wrong("“%s” is not a yes-or-no. Compare it, e.g. ${%s == 'STOP'}.".formatted(variable, variable));
        }
        return new Comparison(variable, "==", "true");
    }

    private String variable() {
        String variable = next();
        if (!Character.isJavaIdentifierStart(variable.isEmpty() ? ' ' : variable.charAt(0))) {
            throw tooMuch();
        }
        at++;
        if (next().equals("(") || RECKONING.contains(variable) || isLiteral(variable)) {
            throw tooMuch();
        }
        if (!known.isVariable(variable)) {
            throw new Wrong("“%s” is not a process variable. Use one of %s"
                    .formatted(variable, Words.list(known.variables().keySet())));
        }
        return variable;
    }

    private static boolean isLiteral(String token) {
        return token.startsWith("'")
                || token.startsWith("\"")
                || KnownNames.YES_OR_NO.contains(token)
                || token.equals("null")
                || (!token.isEmpty() && Character.isDigit(token.charAt(0)));
    }

    /** The value without its quotes, if the variable can be that. */
    private String word(String variable, String value) {
        boolean quoted = value.startsWith("'") || value.startsWith("\"");
        if (!quoted && value.length() > MOST_DIGITS && Comparison.isNumber(value)) {
            throw new Wrong(
                    "“%s” is too long a number. Write it with at most %d digits.".formatted(value, MOST_DIGITS));
        }
        Set<String> words = known.wordsOf(variable);
        String word = quoted ? value.substring(1, value.length() - 1) : value;
        if (!words.isEmpty() && !words.contains(word) && !value.equals("null")) {
            throw new Wrong("“%s” is never “%s”. It can be %s".formatted(variable, word, Words.list(words)));
        }
        return word;
    }

    private Wrong tooMuch() {
        return new Wrong(("The condition “%s” does more than compare process variables with plain values."
                        + " Keep to ==, !=, <, >, !, && and || (or eq, ne, lt, gt, not, and, or); what is more belongs into a decision table.")
                .formatted(text));
    }
}
