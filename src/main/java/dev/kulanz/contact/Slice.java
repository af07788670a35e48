package dev.kulanz.contact;

import org.jspecify.annotations.Nullable;

/** A part of all messages: those of a creditor, a step, a channel; null: of any. */
public record Slice(
        @Nullable String creditorId,
        @Nullable Step step,
        @Nullable Channel channel) {

    /** That a row {@code c} of the table contact is one of them; bind it with the values of {@code s}. */
    static final String HAS = """
            (s.creditor_id is null or s.creditor_id = c.creditor_id) and (s.step is null or s.step = c.step)
            and (s.channel is null or s.channel = c.channel)""";

    @Nullable String stepId() {
        return step == null ? null : step.id();
    }

    @Nullable String channelName() {
        return channel == null ? null : channel.name();
    }
}
