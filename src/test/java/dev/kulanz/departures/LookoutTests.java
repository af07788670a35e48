package dev.kulanz.departures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

class LookoutTests {

    private static final UUID DATABASE = UUID.randomUUID();
    private static final Instant BACKUP = Instant.parse("2026-11-01T03:00:00Z");

    @TempDir
    private Path home;

    private final HomeTable homes = mock(HomeTable.class);
    private final DepartedTable departed = mock(DepartedTable.class);
    private final RestTable rests = mock(RestTable.class);
    private final List<Home> known = new ArrayList<>();
    private Optional<Rest> rest = Optional.empty();

    @BeforeEach
    void begin() {
        when(homes.database()).thenReturn(DATABASE);
        when(homes.all()).thenAnswer(call -> List.copyOf(known));
        when(departed.lastDecision()).thenReturn(9L);
        when(departed.unknown(anyList())).thenReturn(List.of());
        when(departed.news(anyList())).thenAnswer(call -> call.getArgument(0));
        when(rests.active()).thenAnswer(call -> rest);
        when(rests.place(any(), any(), anyLong())).thenAnswer(call -> {
            rest = Optional.of(new Rest(
                    UUID.randomUUID(), call.getArgument(0), BACKUP, call.getArgument(1), "system", 9, null, false));
            return true;
        });
    }

    private Lookout lookout(Duration patience, String sending, Witness... witnesses) {
        return new Lookout(
                homes, departed, rests, List.of(witnesses), new SendingSwitch(sending), false, patience, home);
    }

    private Lookout looked(Witness... witnesses) {
        Lookout lookout = lookout(Duration.ofHours(1), "on", witnesses);
        lookout.look();
        return lookout;
    }

    private static Departure departure(long number) {
        return new Departure(number, new UUID(0, number), "EMAIL", BACKUP.plusSeconds(number), null);
    }

    @Test
    void sendsWhereTheDatabaseKnowsAllThatLeft() throws IOException {
        Lookout lookout = looked();
        assertThat(lookout.state()).isEqualTo(NodeState.SENDING);
        lookout.noteFirst(departure(1));
        when(departed.last()).thenReturn(1L);
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.SENDING);
        verify(rests, never()).place(any(), any(), anyLong());
    }

    @Test
    void restsWhereAnEarlierProcessNotedWhatTheDatabaseDoesNotKnow() throws IOException {
        looked().noteFirst(departure(1));
        when(departed.unknown(List.of(departure(1)))).thenReturn(List.of(departure(1)));
        Lookout next = looked();
        assertThat(next.state()).isEqualTo(NodeState.RESTS);
        assertThat(rest.orElseThrow().cause()).isEqualTo(RestCause.MARKER);
        verify(departed).goOnAfter(1);
        assertThatIOException().isThrownBy(() -> next.noteFirst(departure(2)));
    }

    @Test
    void noticesThatTheDatabaseWasRestoredUnderIt() throws IOException {
        Lookout lookout = looked();
        lookout.noteFirst(departure(5));
        when(departed.last()).thenReturn(4L);
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.RESTS);
        assertThat(rest.orElseThrow().cause()).isEqualTo(RestCause.MARKER);
    }

    @Test
    void isNotMistakenWhileAnotherMessageLeaves() throws IOException {
        Lookout lookout = looked();
        lookout.noteFirst(departure(5));
        when(departed.last()).thenAnswer(call -> {
            lookout.noteFirst(departure(6)); // known to the database since, but not to this answer
            return 5L;
        });
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.SENDING);
        verify(rests, never()).place(any(), any(), anyLong());
    }

    @Test
    void sendsNothingAsLongAsItCanNotBeFoundOutWhatLeft() {
        List<RuntimeException> failures = new ArrayList<>(List.of(
                new UncheckedIOException(new AccessDeniedException("letters")),
                new IllegalStateException("no answer")));
        Found letter = new Found(UUID.randomUUID(), "LETTER", BACKUP, null, Found.Proof.FILE);
        Lookout lookout = looked(since -> {
            if (!failures.isEmpty()) {
                throw failures.remove(0);
            }
            return List.of(letter);
        });
        assertThat(lookout.state()).isEqualTo(NodeState.LOOKING);
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.LOOKING);
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.RESTS);
    }

    @Test
    void readsWhatLeftOncePerRest() throws IOException {
        List<Instant> asked = new ArrayList<>();
        Found letter = new Found(UUID.randomUUID(), "LETTER", BACKUP, null, Found.Proof.FILE);
        Lookout lookout = looked(since -> {
            asked.add(BACKUP);
            return List.of(letter);
        });
        lookout.look();
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.RESTS);
        assertThat(asked).hasSize(1);
    }

    @Test
    void sendsAgainOnceAPersonHasLookedAndDoesNotAskTwice() throws IOException {
        Lookout lookout = looked();
        lookout.noteFirst(departure(5));
        when(departed.last()).thenReturn(4L);
        lookout.look();
        rest = Optional.empty();
        lookout.look();
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.SENDING);
    }

    @Test
    void restsWhereAFolderHoldsWhatTheDatabaseDoesNotKnow() {
        Found letter = new Found(UUID.randomUUID(), "LETTER", BACKUP, null, Found.Proof.FILE);
        assertThat(looked(since -> List.of(letter)).state()).isEqualTo(NodeState.RESTS);
        assertThat(rest.orElseThrow().cause()).isEqualTo(RestCause.PROVIDER);
        verify(departed).keep(List.of(letter));
    }

    @Test
    void asksNobodyInADatabaseInWhichNothingWasEverDecided() {
        when(departed.lastDecision()).thenReturn(0L);
        Found letter = new Found(UUID.randomUUID(), "LETTER", BACKUP, null, Found.Proof.FILE);
        assertThat(looked(since -> List.of(letter)).state()).isEqualTo(NodeState.SENDING);
    }

    @Test
    void restsWithADatabaseThatHasSentFromElsewhere() {
        known.add(new Home(UUID.randomUUID(), BACKUP, 7, false));
        when(departed.last()).thenReturn(4L);
        assertThat(looked().state()).isEqualTo(NodeState.WAITS_FOR_OTHERS);
        Lookout impatient = lookout(Duration.ZERO, "on");
        impatient.look();
        assertThat(impatient.state()).isEqualTo(NodeState.RESTS);
        assertThat(rest.orElseThrow().cause()).isEqualTo(RestCause.STRANGE_HOME);
        verify(homes, never()).beat(any());
    }

    @Test
    void joinsOthersThatAreAtWork() {
        UUID other = UUID.randomUUID();
        known.add(new Home(other, BACKUP, 7, false));
        when(departed.last()).thenReturn(4L);
        Lookout lookout = looked();
        known.set(0, new Home(other, BACKUP, 8, false));
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.SENDING);
        verify(homes).beat(any());
    }

    @Test
    void waitsForAnotherThatWasAtWorkWhenTheBackupWasMade() throws IOException {
        UUID here = HomeMark.of(home.resolve("sending")).id();
        UUID other = UUID.randomUUID();
        known.add(new Home(here, BACKUP, 7, false));
        known.add(new Home(other, BACKUP, 7, false));
        Lookout lookout = looked();
        assertThat(lookout.state()).isEqualTo(NodeState.WAITS_FOR_OTHERS);
        verify(homes).beat(eq(here)); // the other may wait for this one
        known.set(1, new Home(other, BACKUP, 8, false));
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.SENDING);
    }

    @Test
    void looksAnewWhenTheDatabaseWasAway() throws IOException {
        UUID here = HomeMark.of(home.resolve("sending")).id();
        known.add(new Home(here, BACKUP, 7, false));
        Lookout lookout = looked();
        when(rests.active()).thenThrow(new DataAccessResourceFailureException("gone"));
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.LOOKING);
        org.mockito.Mockito.doAnswer(call -> rest).when(rests).active();
        known.add(new Home(UUID.randomUUID(), BACKUP, 7, false));
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.WAITS_FOR_OTHERS);
    }

    @Test
    void sendsNothingThatItCanNotNote() throws IOException {
        Files.createFile(home.resolve("sending"));
        Lookout lookout = looked();
        assertThat(lookout.state()).isEqualTo(NodeState.NO_HOME);
        assertThatIOException().isThrownBy(() -> lookout.noteFirst(departure(1)));
        Files.delete(home.resolve("sending"));
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.SENDING);
    }

    @Test
    void sendsNothingWhereItIsSwitchedOff() {
        Lookout lookout = lookout(Duration.ZERO, "off");
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.SWITCHED_OFF);
    }

    @Test
    void notesNothingWhereNothingLeaves() {
        Lookout lookout =
                new Lookout(homes, departed, rests, List.of(), new SendingSwitch("on"), true, Duration.ZERO, home);
        lookout.look();
        assertThat(lookout.state()).isEqualTo(NodeState.SENDING);
        assertThat(home).isEmptyDirectory();
    }
}
