package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What fails in a delegate is no mistake of who completed the task. */
@ExtendWith(OutputCaptureExtension.class)
class CallersMistakesTests {

    private static final StackTraceElement ENGINE = frame("org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd");
    private static final StackTraceElement HOOK = frame("dev.kulanz.journey.TaskHook");
    private static final StackTraceElement GUARD = frame("dev.kulanz.journey.engine.StaffCommands");
    private static final StackTraceElement AROUND = frame("dev.kulanz.journey.engine.CallersMistakes");
    private static final StackTraceElement REST = frame("org.camunda.bpm.engine.rest.sub.task.impl.TaskResourceImpl");
    private static final StackTraceElement DOOR = frame("dev.kulanz.access.Doors");
    private static final StackTraceElement DESK = frame("dev.kulanz.desk.TaskPages");

    private static StackTraceElement frame(String className) {
        return new StackTraceElement(className, "run", null, 1);
    }

    private static <T extends Throwable> T at(T failure, StackTraceElement... frames) {
        failure.setStackTrace(frames);
        return failure;
    }

    private static RuntimeException bySql(String state, StackTraceElement... frames) {
        return at(
                new ProcessEngineException("The database failed", at(new SQLException("too large", state), frames)),
                ENGINE,
                AROUND);
    }

    private static RuntimeException[] faultsOfOurs() {
        return new RuntimeException[] {
            at(new NullValueException("case is null"), ENGINE, HOOK, ENGINE, GUARD, AROUND, REST, DOOR),
            at(new BadUserRequestException("no such message"), ENGINE, HOOK, ENGINE, GUARD, AROUND, REST, DOOR),
            bySql("22003", HOOK, ENGINE, GUARD, AROUND, REST, DOOR),
            bySql("22P02", frame("dev.kulanz.handover.Handovers"), HOOK, ENGINE, AROUND, DESK)
        };
    }

    private static RuntimeException[] mistakesOfCallers() {
        return new RuntimeException[] {
            at(new NullValueException("task is null"), ENGINE, GUARD, AROUND, REST, DOOR),
            at(new NullValueException("task is null"), ENGINE, GUARD, AROUND, DESK),
            at(new BadUserRequestException("A comment has a message."), GUARD, AROUND, REST, DOOR),
            bySql("22021", ENGINE, GUARD, AROUND, REST, DOOR)
        };
    }

    private static int status(RuntimeException failure) {
        return CallersMistakes.told(failure) instanceof InvalidRequestException told
                ? told.getStatus().getStatusCode()
                : 0;
    }

    @ParameterizedTest
    @MethodSource("faultsOfOurs")
    void logsAFaultOfOursAndCallsItOne(RuntimeException failure, CapturedOutput output) {
        assertThat(status(failure)).isEqualTo(500);
        assertThat(CallersMistakes.told(failure)).hasMessage("Something went wrong here; the log tells what.");
        assertThat(output).contains("Code that the engine called failed");
    }

    @ParameterizedTest
    @MethodSource("mistakesOfCallers")
    void tellsACallerHisOwnMistake(RuntimeException failure, CapturedOutput output) {
        assertThat(status(failure)).isBetween(400, 404);
        assertThat(output).doesNotContain("Code that the engine called failed");
    }

    @Test
    void blamesNobodyWhereTwoMeet() {
        assertThat(status(at(new OptimisticLockingException("task"), ENGINE, HOOK, ENGINE, AROUND)))
                .isEqualTo(409);
        assertThat(status(bySql("40P01", HOOK, ENGINE, AROUND))).isEqualTo(409);
        assertThat(status(bySql("55P03", HOOK, ENGINE, AROUND))).isEqualTo(409);
    }
}
