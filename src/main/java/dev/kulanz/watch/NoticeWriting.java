package dev.kulanz.watch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what people are told. */
@Component
class NoticeWriting {

    /** A hundred things at once are one message that somebody reads. */
    private static final int MOST_LINES = 20;

    private final AlarmWords words;
    private final Node node;
    private final Runbook runbook;

    NoticeWriting(AlarmWords words, Node node, Runbook runbook) {
        this.words = words;
        this.node = node;
        this.runbook = runbook;
    }

    /** What is to be told of one alarm. */
    record Item(Event event, Alarm alarm, Severity severity) {}

    Notice of(List<Item> items, Instant now) {
        List<Notice.Line> lines =
                items.stream().limit(MOST_LINES).map(this::line).toList();
        int more = items.size() - lines.size();
        Notice.Line first = lines.get(0);
        String others = items.size() == 1 ? "" : " (and %d more)".formatted(items.size() - 1);
        return new Notice(id(items), now, headline(first) + others, node.name(), node.version(), lines, more);
    }

    private static String headline(Notice.Line line) {
        return switch (Event.valueOf(line.event())) {
            case RAISED -> line.text();
            case STILL -> "Still: " + line.text();
            case OVER -> "Over: " + line.text();
            case PASSED -> "Was so for a while: " + line.text();
        };
    }

    private Notice.Line line(Item item) {
        Alarm alarm = item.alarm();
        return new Notice.Line(
                item.event().name(),
                alarm.sign(),
                absentIfEmpty(alarm.subject()),
                absentIfEmpty(alarm.node()),
                item.severity().name(),
                alarm.since(),
                alarm.endedAt(),
                words.of(alarm.sign(), alarm.subject(), alarm.facts(), Locale.ENGLISH),
                runbook.of(alarm.sign()));
    }

    private static @Nullable String absentIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The same for the same news. */
    private static UUID id(List<Item> items) {
        String all = items.stream()
                .map(item -> item.alarm().id() + " " + item.event() + " "
                        + Objects.toString(item.alarm().overAt()))
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    /** Says that nothing is wrong. */
    Notice test(UUID id, Instant now) {
        String text = "This is a test: nothing is wrong.";
        Notice.Line line = new Notice.Line(
                "TEST", "test", null, null, Severity.WARNING.name(), now, null, text, runbook.of("test"));
        return new Notice(id, now, text, node.name(), node.version(), List.of(line), 0);
    }
}
