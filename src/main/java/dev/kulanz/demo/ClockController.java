package dev.kulanz.demo;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The time machine for scripts; the answer comes when nothing due is left. */
@RestController
@Profile("demo")
@RequestMapping("/api/v1/demo/clock")
class ClockController {

    private final TimeMachine machine;

    ClockController(TimeMachine machine) {
        this.machine = machine;
    }

    record Now(Instant now) {}

    /** @param advanceBy ISO 8601, e.g. {@code P7D}, {@code PT6H} or {@code P1M} */
    record Jump(@Nullable String advanceBy) {}

    @GetMapping
    Now now() {
        return new Now(machine.now());
    }

    @PostMapping
    Now advance(@RequestBody Jump jump) {
        return new Now(machine.advance(duration(jump.advanceBy())));
    }

    private Duration duration(@Nullable String text) {
        if (text == null) {
            throw Refusal.unacceptable("advanceBy", "Please say how far, e.g. {\"advanceBy\": \"P7D\"}.");
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException notInHours) {
            try {
                Instant now = machine.now();
                return Duration.between(
                                now,
                                now.atOffset(ZoneOffset.UTC)
                                        .plus(Period.parse(text))
                                        .toInstant())
                        .truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeParseException e) {
                throw Refusal.unacceptable(
                        "advanceBy", Legible.quoted(text) + " is not an ISO 8601 duration. Examples: P7D, PT6H, P1M");
            } catch (DateTimeException | ArithmeticException e) {
                throw Refusal.unacceptable("advanceBy", Legible.quoted(text) + " is beyond any calendar.");
            }
        }
    }
}
