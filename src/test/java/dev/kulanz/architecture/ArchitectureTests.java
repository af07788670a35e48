package dev.kulanz.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house that the compiler does not see; for each a twin in {@code twin} breaks it and is found. */
class ArchitectureTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.kulanz");
    private static final JavaClasses TWIN = new ClassFileImporter().importPackages("dev.kulanz.architecture.twin");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "UsesEngine",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("dev.kulanz.journey..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.camunda..")
                                .because("only the journey speaks with the engine")),
                rule(
                        "UsesDrools",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("dev.kulanz.decisions..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.kie..", "org.drools..")
                                .because("only the decisions speak with Drools")),
                rule(
                        "LooksAtTheWall",
                        noClasses()
                                .should()
                                .callCodeUnitWhere(takesTheMachinesTime())
                                .because("time comes in as a clock or a date")),
                rule(
                        "PublicController",
                        classes()
                                .that()
                                .areMetaAnnotatedWith(Controller.class)
                                .should()
                                .bePackagePrivate()
                                .because("nobody calls a controller but the web")),
                rule(
                        "PublicController",
                        classes()
                                .that()
                                .areAnnotatedWith(RestController.class)
                                .and()
                                .resideOutsideOfPackage("dev.kulanz.desk..") // parts of its own pages
                                .should(answerUnder("/api/v1"))
                                .because("programs find everything in one place")),
                rule(
                        "PublicController",
                        fields().should()
                                .notBeAnnotatedWith(Autowired.class)
                                .andShould()
                                .notBeAnnotatedWith(Value.class)
                                .because("what a class needs stands in its constructor")),
                rule(
                        "PutsMarksInOrder",
                        noClasses()
                                .that()
                                .doNotHaveSimpleName("Unseen")
                                .should()
                                .dependOnClassesThat()
                                .belongToAnyOf(java.text.Normalizer.class)
                                .because("it takes minutes where somebody sends heaps of marks: Unseen looks first")),
                rule(
                        "LeavesRowsOpen",
                        noClasses()
                                .should()
                                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                                .because("such a stream keeps its connection until somebody closes it")),
                rule(
                        "PublicController",
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("java.util.logging..")
                                .because("there is one log")));
    }

    private static Arguments rule(String brokenBy, ArchRule rule) {
        return Arguments.of(brokenBy, rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInTheHouse(String brokenBy, ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsTheTwinThatBreaksIt(String brokenBy, ArchRule rule) {
        assertThat(rule.evaluate(TWIN).getFailureReport().getDetails())
                .anyMatch(found -> found.contains("twin." + brokenBy));
    }

    @ParameterizedTest
    @MethodSource("waysToTakeTheTime")
    void findsEachWayToTakeTheTime(String way) {
        ArchRule rule = noClasses().should().callCodeUnitWhere(takesTheMachinesTime());
        assertThat(rule.evaluate(TWIN).getFailureReport().getDetails()).anyMatch(found -> found.contains("$" + way));
    }

    static List<String> waysToTakeTheTime() {
        return List.of("WithInstant", "WithDate", "WithMillis", "WithOldDate");
    }

    /** A named clock is allowed: infrastructure takes its real time from {@code Clock.systemUTC()}. */
    private static DescribedPredicate<JavaCall<?>> takesTheMachinesTime() {
        DescribedPredicate<JavaCall<?>> nowWithoutClock = JavaCall.Predicates.target(
                        owner(JavaClass.Predicates.resideInAPackage("java.time..")))
                .and(target(nameMatching("now")))
                .and(DescribedPredicate.describe(
                        "without a clock", call -> call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class))));
        DescribedPredicate<JavaCall<?>> millis = JavaCall.Predicates.target(
                        owner(JavaClass.Predicates.equivalentTo(System.class)))
                .and(target(nameMatching("currentTimeMillis")));
        DescribedPredicate<JavaCall<?>> oldDate = JavaCall.Predicates.target(
                        owner(JavaClass.Predicates.equivalentTo(java.util.Date.class)))
                .and(target(nameMatching("<init>")))
                .and(DescribedPredicate.describe(
                        "of the present",
                        call -> call.getTarget().getRawParameterTypes().isEmpty()));
        return nowWithoutClock.or(millis).or(oldDate).as("the machine's time is taken");
    }

    private static ArchCondition<JavaClass> answerUnder(String prefix) {
        return new ArchCondition<>("answer under " + prefix) {
            @Override
            public void check(JavaClass controller, ConditionEvents events) {
                RequestMapping mapping =
                        AnnotatedElementUtils.findMergedAnnotation(controller.reflect(), RequestMapping.class);
                boolean inPlace = mapping != null
                        && mapping.path().length > 0
                        && Stream.of(mapping.path()).allMatch(path -> path.startsWith(prefix + "/"));
                events.add(new SimpleConditionEvent(
                        controller, inPlace, controller.getName() + " does not answer under " + prefix));
            }
        };
    }
}
