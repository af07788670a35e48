package dev.kulanz.decisions;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.CTypeNode;
import org.kie.dmn.feel.lang.ast.ContextEntryNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.ContextTypeNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.DescendantExpressionNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FormalParameterNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.FunctionTypeNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.InstanceOfNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.ListTypeNode;
import org.kie.dmn.feel.lang.ast.NameDefNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.RangeTypeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.TemporalConstantNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.kie.dmn.feel.lang.ast.Visitor;

/**
 * What a cell may say: compare and reckon. FEEL is a whole programming language, which can also define functions, call
 * any Java of the class path and count for ever; here a node is let through only if this class says how, and with it
 * everything below it. The library's visitor names each kind of node, so a new one does not compile, or is refused.
 */
final class PermittedFeel implements Visitor<@Nullable Void> {

    /** Called by their plain names; none of them makes more out of little, reads a pattern or knows the clock. */
    static final Set<String> FUNCTIONS = Set.of(
            "not",
            "abs",
            "floor",
            "ceiling",
            "round up",
            "round down",
            "round half up",
            "round half down",
            "decimal",
            "modulo",
            "even",
            "odd",
            "min",
            "max",
            "sum",
            "mean",
            "count",
            "list contains",
            "all",
            "any",
            "string length",
            "substring",
            "substring before",
            "substring after",
            "upper case",
            "lower case",
            "contains",
            "starts with",
            "ends with",
            "date",
            "date and time",
            "time",
            "duration",
            "years and months duration",
            "day of week",
            "day of year",
            "month of year",
            "week of year");

    /** What tables that are in force already may call besides: no more than they say comes of these either. */
    private static final Set<String> FUNCTIONS_IN_FORCE = Set.of(
            "string",
            "append",
            "concatenate",
            "remove",
            "reverse",
            "index of",
            "union",
            "distinct values",
            "product",
            "median",
            "stddev",
            "mode",
            "sqrt",
            "is");

    /** Of days, times and durations. Any other would be a getter of a Java object, as {@code class}. */
    private static final Set<String> PROPERTIES = Set.of(
            "year",
            "month",
            "day",
            "weekday",
            "hour",
            "minute",
            "second",
            "time offset",
            "timezone",
            "years",
            "months",
            "days",
            "hours",
            "minutes",
            "seconds");

    private static final Set<String> CLOCK = Set.of("today", "now");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,10})?|\\.\\d{1,10}");
    private static final Pattern NUMBER_IN_FORCE = Pattern.compile("\\d{1,100}(\\.\\d{1,100})?|\\.\\d{1,100}");
    private static final String ITEM = "item";

    private final Set<String> names;
    private final Moment moment;
    private final Set<String> refusals = new LinkedHashSet<>();
    private boolean repeating;

    private PermittedFeel(Set<String> names, Moment moment) {
        this.names = new HashSet<>(names);
        this.moment = moment;
    }

    /**
     * What in this expression is not permitted, in sentences.
     *
     * @param names what it may name besides functions
     */
    static Set<String> refusals(ASTNode root, Set<String> names, Moment moment) {
        PermittedFeel permitted = new PermittedFeel(names, moment);
        root.accept(permitted);
        return permitted.refusals;
    }

    private @Nullable Void refuse(String what) {
        refusals.add(what);
        return null;
    }

    private @Nullable Void refuse(ASTNode node, String what) {
        return refuse("%s: %s; a cell compares and reckons".formatted(brief(node), what));
    }

    private static String brief(ASTNode node) {
        String text = String.valueOf(node.getText()).replaceAll("\\s+", " ");
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    private @Nullable Void all(ASTNode... nodes) {
        for (ASTNode node : nodes) {
            node.accept(this);
        }
        return null;
    }

    private @Nullable Void all(List<? extends ASTNode> nodes) {
        return all(nodes.toArray(ASTNode[]::new));
    }

    // plain values

    @Override
    public @Nullable Void visit(BooleanNode node) {
        return null;
    }

    @Override
    public @Nullable Void visit(NullNode node) {
        return null;
    }

    @Override
    public @Nullable Void visit(StringNode node) {
        return null;
    }

    @Override
    public @Nullable Void visit(AtLiteralNode node) {
        return null;
    }

    @Override
    public @Nullable Void visit(DashNode node) {
        return null;
    }

    /** The open side of a range such as {@code (< 5)}. */
    @Override
    public @Nullable Void visit(UndefinedValueNode node) {
        return null;
    }

    /** Some functions write a number out: with an exponent that would fill the memory. */
    @Override
    public @Nullable Void visit(NumberNode node) {
        Pattern written = moment == Moment.ARRIVAL ? NUMBER : NUMBER_IN_FORCE;
        return written.matcher(node.getText()).matches()
                ? null
                : refuse("%s: write a number with up to 15 digits, as 60.50".formatted(brief(node)));
    }

    // comparing and reckoning

    @Override
    public @Nullable Void visit(UnaryTestListNode node) {
        node.getElements().forEach(this::visitTest);
        return null;
    }

    @Override
    public @Nullable Void visit(UnaryTestNode node) {
        return visitTest(node.getValue());
    }

    /**
     * In a test a range may stand, also in a list of tests: nobody counts through it there. Its ends are no ranges: the
     * library makes {@code = x} a range from x to x, so each level would double the work.
     */
    private @Nullable Void visitTest(BaseNode test) {
        if (test instanceof RangeNode range) {
            return all(range.getStart(), range.getEnd());
        }
        if (moment == Moment.USE && test instanceof ListNode list) {
            list.getElements().forEach(this::visitTest); // holds for nothing, so it is refused on arrival
            return null;
        }
        return test.accept(this);
    }

    @Override
    public @Nullable Void visit(RangeNode node) {
        return refuse(node, "a range may only be compared with");
    }

    @Override
    public @Nullable Void visit(InNode node) {
        node.getValue().accept(this);
        if (node.getExprs() instanceof ListNode list) {
            list.getElements().forEach(this::visitTest);
            return null;
        }
        return visitTest(node.getExprs());
    }

    @Override
    public @Nullable Void visit(BetweenNode node) {
        return all(node.getValue(), node.getStart(), node.getEnd());
    }

    @Override
    public @Nullable Void visit(InfixOpNode node) {
        if (node.getOperator() == InfixOperator.POW) {
            refuse(node, "powers are not permitted");
        }
        return all(node.getLeft(), node.getRight());
    }

    @Override
    public @Nullable Void visit(SignedUnaryNode node) {
        return node.getExpression().accept(this);
    }

    @Override
    public @Nullable Void visit(IfExpressionNode node) {
        return all(node.getCondition(), node.getThenExpression(), node.getElseExpression());
    }

    @Override
    public @Nullable Void visit(ListNode node) {
        return all(node.getElements());
    }

    // names

    @Override
    public @Nullable Void visit(NameRefNode node) {
        return names.contains(Named.of(node)) ? null : unknown(node);
    }

    private @Nullable Void unknown(ASTNode name) {
        return CLOCK.contains(Named.of(name))
                ? refuse("today() and now() follow the clock of the machine, not the business day; use a fact")
                : refuse("'%s' is neither an input of this table nor FEEL; put text in quotation marks"
                        .formatted(Named.of(name)));
    }

    @Override
    public @Nullable Void visit(QualifiedNameNode node) {
        node.getParts().get(0).accept(this);
        return visitProperties(node.getParts().stream().skip(1));
    }

    @Override
    public @Nullable Void visit(PathExpressionNode node) {
        node.getExpression().accept(this);
        if (node.getExpression() instanceof ContextNode context && node.getName() instanceof NameRefNode key) {
            return context.getEntries().stream().anyMatch(entry -> key(entry).equals(Named.of(key)))
                    ? null
                    : unknown(key);
        }
        return visitProperties(
                node.getName() instanceof QualifiedNameNode path
                        ? path.getParts().stream()
                        : Stream.of(node.getName()));
    }

    private @Nullable Void visitProperties(Stream<? extends BaseNode> properties) {
        properties
                .filter(property -> !PROPERTIES.contains(Named.of(property)))
                .forEach(property -> refuse("'.%s' is no property of a day or duration; use one of %s"
                        .formatted(
                                Named.of(property), PROPERTIES.stream().sorted().collect(Collectors.joining(", ")))));
        return null;
    }

    @Override
    public @Nullable Void visit(NameDefNode node) {
        return refuse(node, "a name may not be given here");
    }

    // calls

    @Override
    public @Nullable Void visit(FunctionInvocationNode node) {
        if (node.getName() instanceof NameRefNode called) {
            if (CLOCK.contains(Named.of(called))) {
                unknown(called);
            } else if (!mayBeCalled(
                    Named.of(called), node.getParams().getElements().size())) {
                refuse("'%s' is no function that a cell may call; use one of %s"
                        .formatted(Named.of(called), FUNCTIONS.stream().sorted().collect(Collectors.joining(", "))));
            }
        } else {
            refuse(node, "only functions that FEEL brings may be called, by their plain names");
        }
        return all(node.getParams().getElements());
    }

    /** With a second value {@code string} is a format, which can ask for a billion blanks. */
    private boolean mayBeCalled(String function, int values) {
        return FUNCTIONS.contains(function)
                || (moment == Moment.USE
                        && FUNCTIONS_IN_FORCE.contains(function)
                        && (!function.equals("string") || values == 1));
    }

    @Override
    public @Nullable Void visit(NamedParameterNode node) {
        return node.getExpression().accept(this);
    }

    // one look at each element of a written list

    @Override
    public @Nullable Void visit(QuantifiedExpressionNode node) {
        List<IterationContextNode> over = node.getIterationContexts();
        if (over.size() != 1 || over.get(0).getRangeEndExpr() != null) {
            return refuse(node, "'some' and 'every' go through one written list, as some x in [1, 2]");
        }
        return visitEach(over.get(0).getExpression(), Named.of(over.get(0).getName()), node.getExpression());
    }

    @Override
    public @Nullable Void visit(FilterExpressionNode node) {
        return visitEach(node.getExpression(), ITEM, node.getFilter());
    }

    private @Nullable Void visitEach(BaseNode list, String element, BaseNode asked) {
        list.accept(this);
        if (!(list instanceof ListNode)) {
            return refuse(list, "only a written list may be gone through, as [1, 2]");
        }
        if (repeating) {
            return refuse(asked, "a list may not be gone through within another");
        }
        if (isTaken(element)) {
            return refuse("the name '%s' is taken".formatted(element));
        }
        repeating = true;
        names.add(element);
        asked.accept(this);
        names.remove(element);
        repeating = false;
        return null;
    }

    @Override
    public @Nullable Void visit(IterationContextNode node) {
        return refuse(node, "only 'some' and 'every' go through a list");
    }

    /** An entry may not use another one: each could double the one before. */
    @Override
    public @Nullable Void visit(ContextNode node) {
        for (ContextEntryNode entry : node.getEntries()) {
            if (isTaken(key(entry))) {
                refuse("the name '%s' is taken".formatted(key(entry)));
            }
            entry.getValue().accept(this);
        }
        return null;
    }

    @Override
    public @Nullable Void visit(ContextEntryNode node) {
        return refuse(node, "an entry stands in a context");
    }

    private static String key(ContextEntryNode entry) {
        return Optional.of(entry.getName())
                .filter(StringNode.class::isInstance)
                .map(text -> ((StringNode) text).getValue())
                .orElseGet(() -> Named.of(entry.getName()));
    }

    private boolean isTaken(String name) {
        return names.contains(name) || FUNCTIONS.contains(name) || name.isBlank();
    }

    // what nobody needs in a table, or what only the library makes

    @Override
    public @Nullable Void visit(FunctionDefNode node) {
        return refuse(node, "functions may not be defined");
    }

    @Override
    public @Nullable Void visit(FormalParameterNode node) {
        return refuse(node, "functions may not be defined");
    }

    @Override
    public @Nullable Void visit(ForExpressionNode node) {
        return refuse(node, "'for' is not permitted");
    }

    @Override
    public @Nullable Void visit(DescendantExpressionNode node) {
        return refuse(node, "'...' is not permitted");
    }

    @Override
    public @Nullable Void visit(InstanceOfNode node) {
        return moment == Moment.USE && node.getType() instanceof CTypeNode
                ? node.getExpression().accept(this)
                : refuse(node, "'instance of' is not permitted, as each fact has its type");
    }

    @Override
    public @Nullable Void visit(CTypeNode node) {
        return refuse(node, "types are not permitted");
    }

    @Override
    public @Nullable Void visit(ContextTypeNode node) {
        return refuse(node, "types are not permitted");
    }

    @Override
    public @Nullable Void visit(FunctionTypeNode node) {
        return refuse(node, "types are not permitted");
    }

    @Override
    public @Nullable Void visit(ListTypeNode node) {
        return refuse(node, "types are not permitted");
    }

    @Override
    public @Nullable Void visit(RangeTypeNode node) {
        return refuse(node, "types are not permitted");
    }

    @Override
    public @Nullable Void visit(TemporalConstantNode node) {
        return refuse(node, "this is not permitted");
    }

    /** A kind of node that this class does not know. */
    @Override
    public @Nullable Void visit(ASTNode node) {
        return refuse(node, "this is not permitted");
    }
}
