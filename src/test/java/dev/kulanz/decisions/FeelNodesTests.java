package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.dmn.core.compiler.profiles.ExtendedDMNProfile;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;

/** The kinds of nodes of the FEEL library in use: each is either permitted and walked through wholly, or refused. */
class FeelNodesTests {

    /** With {@code BaseNode} and {@code TypeNode}, the bases of the others. */
    private static final Set<String> REFUSED = Set.of(
            "BaseNode",
            "TypeNode",
            "CTypeNode",
            "ContextTypeNode",
            "ListTypeNode",
            "RangeTypeNode",
            "FunctionTypeNode",
            "InstanceOfNode",
            "FunctionDefNode",
            "FormalParameterNode",
            "ForExpressionNode",
            "DescendantExpressionNode",
            "TemporalConstantNode");

    /** Permitted cells; together they have each kind of node that is permitted. */
    private static final List<String> CELLS = List.of(
            "-",
            "null, 1, \"a\", true",
            "not(1, > 2)",
            "[1..2], (1..2)",
            "? between 1 and 2 and ? in (< 3, [4..5]) or ? in [6..7]",
            "if ? > 1 then -? < 2 else date(\"2026-01-01\").year + d.month = 1",
            "date(from: \"2026-01-01\") > @\"2026-01-01\"",
            "some x in [1, 2] satisfies x = ?",
            "count([1, 2][item > 1]) = {a: 1, \"b\": 2}.a",
            "? in (< 5)");

    private static final FEELImpl FEEL = (FEELImpl) FEELBuilder.builder()
            .withProfiles(List.of(new ExtendedDMNProfile()))
            .build();

    private static Set<String> kinds() {
        return new ClassFileImporter()
                .importPackages(ASTNode.class.getPackageName()).stream()
                        .filter(each -> each.isAssignableTo(ASTNode.class) && !each.isInterface())
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ASTNode read(String cell) {
        CompilerContext context = FEEL.newCompilerContext();
        context.addInputVariableType("?", BuiltInType.NUMBER);
        context.addInputVariableType("d", BuiltInType.DATE);
        return FEEL.processUnaryTests(cell, context).getInterpreted().getASTNode();
    }

    @Test
    void eachKindIsEitherPermittedOrRefused() {
        Set<String> met = new TreeSet<>(REFUSED);
        CELLS.forEach(cell ->
                below(read(cell)).forEach(node -> met.add(node.getClass().getSimpleName())));
        // the parts of what was met that are looked at from above
        assertThat(kinds()).isEqualTo(met).hasSizeGreaterThan(35);
    }

    @Test
    void whatEachKindHoldsIsReached() {
        for (String cell : CELLS) {
            assertThat(PermittedFeel.refusals(read(cell), Set.of("?", "d"), Moment.ARRIVAL))
                    .as(cell)
                    .isEmpty();
            for (ASTNode node : below(read(cell))) {
                assertThat(held(node))
                        .as("%s of %s holds nodes that it does not tell", node.getClass(), cell)
                        .allMatch(child -> List.of(node.getChildrenNode()).contains(child)
                                || node.getClass().getSimpleName().equals("AtLiteralNode"));
            }
        }
    }

    /** Each place in a permitted node at which another stands, with a function definition there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "1, @",
                "not(@)",
                "not(1, @)",
                "> (@)",
                "< (@)",
                "[(@)..2]",
                "[1..(@)]",
                "not([1..(@)])",
                "(@) between 1 and 2",
                "1 between (@) and 2",
                "1 between 1 and (@)",
                "(@) in [1]",
                "1 in @",
                "1 in [@]",
                "1 in ([1..(@)])",
                "1 in (> (@))",
                "(@) = 1",
                "1 = (@)",
                "1 + (@)",
                "(@) and true",
                "-(@)",
                "if @ then 1 else 2",
                "if true then @ else 2",
                "if true then 1 else @",
                "[@]",
                "[[@]]",
                "abs(@)",
                "abs(n: @)",
                "(@)(1)",
                "([@][1])(1)",
                "(@).year",
                "{a: @}.a",
                "{\"a\": @}.a",
                "{a: {b: @}}.a",
                "some x in [@] satisfies x = 1",
                "some x in [1] satisfies (@) = 1",
                "every x in @ satisfies true",
                "[1][@]",
                "[@][1]",
                "[1][item = (@)]",
                "count([1][(@) = 1])",
            })
    void aFunctionIsFoundWhereverItStands(String cell) {
        String spelt = cell.replace("@", "function(a) a");

        assertThat(PermittedFeel.refusals(read(spelt), Set.of("?", "d"), Moment.ARRIVAL))
                .anySatisfy(each -> assertThat(each).contains("function"));
        assertThat(new CellCheck(Map.of("d", Fact.Type.NUMBER), Moment.ARRIVAL)
                        .condition(spelt, "d")
                        .errors())
                .isNotEmpty();
    }

    /** A node and all below it, by its fields: whatever the library holds. */
    private static Collection<ASTNode> below(ASTNode root) {
        Set<ASTNode> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<ASTNode> left = new ArrayList<>(List.of(root));
        while (!left.isEmpty()) {
            ASTNode next = left.remove(0);
            if (found.add(next)) {
                left.addAll(held(next));
                left.addAll(List.of(next.getChildrenNode()));
            }
        }
        return found;
    }

    private static List<ASTNode> held(ASTNode node) {
        List<ASTNode> held = new ArrayList<>();
        for (Class<?> type = node.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                // a constant date, worked out from the call's own parameters; and the tests of a negated list once more
                if (!Modifier.isStatic(field.getModifiers())
                        && !Set.of("tcFolded", "notNode").contains(field.getName())) {
                    add(value(node, field), held);
                }
            }
        }
        return held;
    }

    private static void add(Object value, List<ASTNode> held) {
        if (value instanceof ASTNode child) {
            held.add(child);
        } else if (value instanceof Collection<?> several) {
            several.forEach(each -> add(each, held));
        } else if (value instanceof Map<?, ?> several) {
            several.values().forEach(each -> add(each, held));
        } else if (value instanceof Object[] several) {
            List.of(several).forEach(each -> add(each, held));
        }
    }

    private static Object value(ASTNode node, Field field) {
        try {
            field.setAccessible(true);
            return field.get(node);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
