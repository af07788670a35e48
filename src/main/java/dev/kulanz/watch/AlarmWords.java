package dev.kulanz.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What alarms say: the texts stand in messages/watch, by the names of the signs. */
@Component
class AlarmWords {

    private static final int LONGEST_NUMBER = 15;

    private final MessageSource messages;

    AlarmWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(String sign, String subject, List<String> facts, Locale locale) {
        List<Object> gaps = new ArrayList<>();
        gaps.add(subject);
        facts.forEach(fact -> gaps.add(number(fact)));
        return String.valueOf(messages.getMessage("alarm." + sign, gaps.toArray(), sign + " " + subject, locale));
    }

    private static Object number(String fact) {
        return fact.length() <= LONGEST_NUMBER && fact.matches("\\d+") ? Long.valueOf(fact) : fact;
    }
}
