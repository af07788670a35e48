package dev.kulanz.departures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompanyTests {

    private static final Instant BACKUP = Instant.parse("2026-11-01T03:00:00Z");

    private final UUID here = UUID.randomUUID();
    private final UUID there = UUID.randomUUID();

    private static Home home(UUID id, Instant lastSeen, long beats) {
        return new Home(id, lastSeen, beats, false);
    }

    @Test
    void missesWhoWasAtWorkWhenTheBackupWasMade() {
        Company before = new Company(List.of(home(here, BACKUP, 7), home(there, BACKUP.minusSeconds(3), 9)));
        assertThat(before.missing(before.before(), here)).containsExactly(there);
    }

    @Test
    void missesNobodyWhoGivesSignsOfLifeAgainWhateverHisClockSays() {
        Company before = new Company(List.of(home(here, BACKUP, 7), home(there, BACKUP, 9)));
        List<Home> now = List.of(home(here, BACKUP, 7), home(there, BACKUP.minusSeconds(9_999), 10));
        assertThat(before.missing(now, here)).isEmpty();
    }

    @Test
    void missesNobodyWhoLeftLongBeforeOrInPeace() {
        UUID closed = UUID.randomUUID();
        Company before = new Company(List.of(
                home(here, BACKUP, 7), home(there, BACKUP.minusSeconds(3_600), 9), new Home(closed, BACKUP, 4, true)));
        assertThat(before.missing(before.before(), here)).isEmpty();
    }

    @Test
    void isInUseOnlyWhereAnotherThatIsKnownGivesSignsOfLife() {
        Company before = new Company(List.of(home(there, BACKUP, 9)));
        UUID alsoNew = UUID.randomUUID();
        assertThat(before.isInUse(before.before(), here)).isFalse();
        assertThat(before.isInUse(List.of(home(there, BACKUP, 9), home(alsoNew, BACKUP, 99)), here))
                .as("another that came with the same copy proves nothing")
                .isFalse();
        assertThat(before.isInUse(List.of(home(there, BACKUP, 10)), here)).isTrue();
    }

    @Test
    void knowsWhenTheDatabaseWasLastInUse() {
        Company before = new Company(List.of(home(here, BACKUP.minusSeconds(60), 7), home(there, BACKUP, 9)));
        assertThat(before.lastSeen()).hasValue(BACKUP);
        assertThat(before.lastSeen(here)).hasValue(BACKUP.minusSeconds(60));
        assertThat(new Company(List.of()).lastSeen()).isEmpty();
    }
}
