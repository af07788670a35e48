package dev.kulanz.journey;

import dev.kulanz.access.Role;
import dev.kulanz.agreements.Promise;
import dev.kulanz.cases.LadderStep;
import dev.kulanz.contact.CallOutcome;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.ContactConcluded;
import dev.kulanz.contact.Purpose;
import dev.kulanz.contact.Step;
import dev.kulanz.journey.model.KnownNames;
import dev.kulanz.journey.model.TaskForm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What models may name: the delegates that are there, and the words of our enums. */
@Configuration(proxyBeanMethods = false)
class ModelNames {

    @Bean
    KnownNames knownNames(ListableBeanFactory beans) {
        return namesWith(Set.of(beans.getBeanNamesForType(JavaDelegate.class, true, false)));
    }

    static KnownNames namesWith(Set<String> delegates) {
        return new KnownNames(
                delegates,
                Set.copyOf(Message.names()),
                variables(),
                each(Role.values(), Role::group),
                Arrays.stream(Step.values())
                        .filter(step -> step.purpose() == Purpose.DEMAND && step != Step.VOICEBOT_CALL)
                        .map(Step::id)
                        .collect(Collectors.toSet()));
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
        words.put(CaseVariable.CALL_OUTCOME.id(), each(CallOutcome.values(), Enum::name));
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
