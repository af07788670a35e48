package dev.kulanz.decisions;

import dev.kulanz.shared.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.visitor.ASTTemporalConstantVisitor;

/** Whether a condition compares facts only with words that they can be. */
final class WordCheck {

    private final FactVocabulary vocabulary;
    private final String column;
    private final List<String> sentences = new ArrayList<>();

    private WordCheck(FactVocabulary vocabulary, String column) {
        this.vocabulary = vocabulary;
        this.column = column;
    }

    /** @param condition permitted FEEL of the column that asks for this fact */
    static List<String> mistakes(ASTNode condition, String column, FactVocabulary vocabulary) {
        WordCheck check = new WordCheck(vocabulary, column);
        check.visit(condition);
        return check.sentences;
    }

    static String unknown(String word, String noun, Set<String> words) {
        return "\"%s\" is not a known %s%s; use one of %s"
                .formatted(
                        word,
                        noun,
                        Nearest.of(word, words)
                                .map(near -> " (did you mean \"%s\"?)".formatted(near))
                                .orElse(""),
                        String.join(", ", words.stream().sorted().toList()));
    }

    /** Days and times in a condition or conclusion that are none: FEEL takes them for null without a word. */
    static List<String> noDays(ASTNode node, EvaluationContext context) {
        List<String> sentences = new ArrayList<>();
        collectNoDays(node, context, sentences);
        return sentences;
    }

    private static void collectNoDays(ASTNode node, EvaluationContext context, List<String> sentences) {
        boolean written = node instanceof AtLiteralNode
                || (node instanceof FunctionInvocationNode call
                        && ASTTemporalConstantVisitor.TEMPORAL_FNS_NAMES.contains(
                                call.getName().getText())
                        && call.getParams().getElements().stream()
                                .allMatch(each -> each instanceof StringNode || each instanceof NumberNode));
        if (written && node.evaluate(context) == null) {
            sentences.add("%s is no day or time; write it like date(\"2026-01-31\")".formatted(node.getText()));
        } else {
            for (ASTNode child : node.getChildrenNode()) {
                collectNoDays(child, context, sentences);
            }
        }
    }

    private void visit(ASTNode node) {
        if (node instanceof UnaryTestListNode tests) {
            tests.getElements().forEach(this::visitTest);
        } else if (node instanceof InfixOpNode infix && infix.isBoolean()) {
            compare(infix.getLeft(), infix.getRight());
            compare(infix.getRight(), infix.getLeft());
            visitBelow(node);
        } else if (node instanceof FunctionInvocationNode call
                && Named.isCall(call, "list contains")
                && call.getParams().getElements().size() == 2) {
            compare(
                    call.getParams().getElements().get(1),
                    call.getParams().getElements().get(0));
            visitBelow(node);
        } else if (node instanceof InNode in) {
            compare(in.getValue(), in.getExprs());
            visitBelow(node);
        } else {
            visitBelow(node);
        }
    }

    /** What stands by itself in a condition is compared with the column's fact. */
    private void visitTest(ASTNode test) {
        ASTNode tested = test instanceof UnaryTestNode unary ? unary.getValue() : test;
        if (tested instanceof StringNode || tested instanceof ListNode) {
            check(column, tested);
        } else {
            visit(tested);
        }
    }

    private void visitBelow(ASTNode node) {
        for (ASTNode child : node.getChildrenNode()) {
            visit(child);
        }
    }

    private void compare(ASTNode asked, ASTNode written) {
        if (asked instanceof NameRefNode name) {
            check(name.getText().equals("?") ? column : name.getText(), written);
        }
    }

    private void check(String name, @Nullable ASTNode written) {
        if (written instanceof StringNode text) {
            vocabulary
                    .find(name)
                    .filter(fact -> !fact.words().isEmpty() && !fact.words().contains(text.getValue()))
                    .ifPresent(fact -> sentences.add(unknown(text.getValue(), name, fact.words())));
        } else if (written instanceof ListNode list) {
            list.getElements()
                    .forEach(each -> check(name, each instanceof UnaryTestNode test ? test.getValue() : each));
        }
    }
}
