package dev.kulanz.journey;

import dev.kulanz.access.Role;
import dev.kulanz.agreements.Promise;
import dev.kulanz.cases.LadderStep;
import dev.kulanz.contact.CallOutcome;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.ContactConcluded;
import dev.kulanz.contact.Purpose;
import dev.kulanz.contact.Step;
import dev.kulanz.journey.model.AnswerType;
import dev.kulanz.journey.model.Delegate;
import dev.kulanz.journey.model.KnownNames;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.journey.model.Telling;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What models may name: the delegates that are there, and the words of our enums. */
@Configuration(proxyBeanMethods = false)
class ModelNames {

    @Bean
    KnownNames knownNames(ListableBeanFactory beans) {
        Map<String, Delegate> delegates = new HashMap<>();
        for (String name : beans.getBeanNamesForType(JavaDelegate.class, true, false)) {
            delegates.put(name, delegate(beans.findAnnotationOnBean(name, NeedsAndSets.class, false)));
        }
        return namesWith(delegates);
    }

    static KnownNames namesWith(Map<String, Delegate> delegates) {
        return new KnownNames(
                delegates,
                messages(),
                variables(),
                each(Role.workingOnTasks().toArray(Role[]::new), Role::group),
                Arrays.stream(Step.values())
                        .filter(step -> step.purpose() == Purpose.DEMAND && step != Step.VOICEBOT_CALL)
                        .map(Step::id)
                        .collect(Collectors.toSet()),
                Arrays.stream(Step.values())
                        .filter(step -> step.purpose() == Purpose.SERVICE)
                        .map(Step::id)
                        .collect(Collectors.toSet()),
                Map.of(
                        CaseVariable.FITTING.id(), AnswerType.YES_OR_NO,
                        CaseVariable.OBSTACLES.id(), AnswerType.NUMBER));
    }

    /** What the delegate's class says about itself. */
    static Delegate delegate(@Nullable NeedsAndSets said) {
        return said == null
                ? Delegate.PLAIN
                : new Delegate(each(said.needs(), CaseVariable::id), each(said.sets(), CaseVariable::id));
    }

    private static Map<String, Telling> messages() {
        return Arrays.stream(Message.values())
                .filter(message -> !message.id().isEmpty())
                .collect(Collectors.toMap(Message::id, ModelNames::telling));
    }

    private static Telling telling(Message message) {
        return switch (message) {
            case CONTACT_CONCLUDED ->
                new Telling(
                        false,
                        each(
                                new CaseVariable[] {
                                    CaseVariable.CONTACT_OUTCOME, CaseVariable.CALL_OUTCOME, CaseVariable.CALL_AGAIN
                                },
                                CaseVariable::id));
            case PROMISE_MADE ->
                new Telling(
                        true,
                        each(
                                new CaseVariable[] {CaseVariable.PROMISE, CaseVariable.REMIND_AT, CaseVariable.JUDGE_AT
                                },
                                CaseVariable::id));
            case PROMISE_CONCLUDED ->
                new Telling(false, Set.of(CaseVariable.PROMISE.id(), CaseVariable.PROMISE_OUTCOME.id()));
            case AGENCY_ANSWERED -> new Telling(false, Set.of(CaseVariable.AGENCY_ANSWER.id()));
            default -> new Telling(false, Set.of());
        };
    }

    private static Map<String, Set<String>> variables() {
        Map<String, Set<String>> words = new HashMap<>();
        CaseVariable.names().forEach(name -> words.put(name, Set.of()));
        words.put(CaseVariable.STEP.id(), each(Step.values(), Step::id));
        words.put(CaseVariable.NEXT_STEP.id(), nextSteps());
        words.put(CaseVariable.BLOCKED.id(), KnownNames.YES_OR_NO);
        words.put(CaseVariable.FITTING.id(), KnownNames.YES_OR_NO);
        words.put(CaseVariable.CHANNEL.id(), channels());
        words.put(CaseVariable.CONTACT_OUTCOME.id(), each(ContactConcluded.Outcome.values(), Enum::name));
        words.put(CaseVariable.CALL_OUTCOME.id(), each(CallOutcome.values(), outcome -> outcome.heardAs()
                .name()));
        words.put(CaseVariable.CALL_AGAIN.id(), KnownNames.YES_OR_NO);
        words.put(CaseVariable.PROMISE_OUTCOME.id(), each(Promise.Status.values(), Enum::name));
        words.put(CaseVariable.OUTCOME.id(), TaskForm.allOutcomes());
        words.put(CaseVariable.AGENCY_ANSWER.id(), Set.of("ACCEPTED", "REJECTED", "RECALLED"));
        return words;
    }

    private static Set<String> nextSteps() {
        Set<String> steps = new HashSet<>(each(LadderStep.values(), LadderStep::id));
        steps.add(FindStep.RESUMPTION);
        return steps;
    }

    private static Set<String> channels() {
        Set<String> channels = new HashSet<>(each(Channel.values(), Enum::name));
        channels.add(ChooseContact.NO_CHANNEL);
        return channels;
    }

    private static <T> Set<String> each(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.toSet());
    }
}
