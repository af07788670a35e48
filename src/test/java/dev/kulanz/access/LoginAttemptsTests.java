package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginAttemptsTests {

    private final AtomicLong nanos = new AtomicLong();
    private final LoginAttempts attempts = new LoginAttempts(nanos::get);

    @Test
    void slowsDownGuessesAtAUserFromWherever() {
        IntStream.range(0, 9).forEach(i -> attempts.failed("erika", at("10.0.0." + i), false));
        assertThat(isOpen("erika", "10.0.0.99")).isTrue();
        attempts.failed("erika", at("10.0.0.9"), false);
        assertThat(isOpen("erika", "10.0.0.99")).isFalse();
        assertThat(isOpen("max", "10.0.0.99")).isTrue();
    }

    @Test
    void slowsDownAnAddressThatTriesTenNames() {
        IntStream.range(0, 10).forEach(i -> attempts.failed("user" + i, at("10.0.0.1"), false));
        assertThat(isOpen("somebody", "10.0.0.1")).isFalse();
        assertThat(isOpen("somebody", "10.0.0.2")).isTrue();
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        IntStream.range(0, 10).forEach(i -> attempts.failed("user" + i, at("2001:db8:1:2::" + i), false));
        assertThat(isOpen("somebody", "2001:db8:1:2:ffff:ffff:ffff:ffff")).isFalse();
        assertThat(isOpen("somebody", "2001:db8:1:3::1")).isTrue();
    }

    @Test
    void leavesAnOfficeOpenWhenOneProgramThereHasAnOldPassword() {
        IntStream.range(0, 500).forEach(i -> attempts.failed("integration", at("10.0.0.1"), false));
        assertThat(isOpen("integration", "10.0.0.1")).isFalse();
        assertThat(isOpen("clerk", "10.0.0.1")).isTrue();
    }

    @Test
    void opensAgainAfterAPauseForOneGuessThatGrows() {
        IntStream.range(0, Failures.FREE).forEach(i -> attempts.failed("erika", at("10.0.0.1"), false));
        Duration first = attempts.pause("erika", at("10.0.0.2"), false);
        assertThat(first).isEqualTo(Failures.FIRST_PAUSE);
        pass(first);
        assertThat(isOpen("erika", "10.0.0.2")).isTrue();
        assertThat(isOpen("erika", "10.0.0.3")).as("another at the same moment").isFalse();
        attempts.failed("erika", at("10.0.0.2"), false);
        assertThat(attempts.pause("erika", at("10.0.0.2"), false)).isEqualTo(Failures.FIRST_PAUSE.multipliedBy(2));
    }

    @Test
    void letsAnAccountBeGuessedAtSomeHundredTimesADayFromAllAddressesTogether() {
        int looked = 0;
        for (int second = 0; second < Duration.ofDays(1).toSeconds(); second++) {
            Place from = at("10." + second % 200 + "." + second % 251 + ".1");
            if (attempts.pause("erika", from, false).isZero()) {
                looked++;
                attempts.failed("erika", from, false);
            }
            pass(Duration.ofSeconds(1));
        }
        assertThat(looked).isBetween(100, 500);
    }

    @Test
    void doesNotSlowDownWhereSomebodyIsKnown() {
        IntStream.range(0, 500).forEach(i -> attempts.failed("erika", at("10.0.0." + i % 200), false));
        IntStream.range(0, 500).forEach(i -> attempts.failed("user" + i, at("192.168.0.1"), false));
        assertThat(attempts.pause("erika", at("192.168.0.1"), true)).isZero();
    }

    @Test
    void answersFailuresFromAKnownPlaceWithThePauseAndBoundsThem() {
        int looked = 0;
        for (int i = 0; i < 1_000; i++) {
            if (attempts.pause("erika", at("192.168.0.1"), true).isZero()) {
                looked++;
                attempts.failed("erika", at("192.168.0.1"), true);
            }
        }
        assertThat(looked).isEqualTo(LoginAttempts.LOOKED_AT_IN_KNOWN_PLACES);
        assertThat(attempts.failed("max", at("192.168.0.1"), true)).isZero();
    }

    @Test
    void forgetsFailuresOfWhoRemembersHisPasswordAtLast() {
        IntStream.range(0, 9).forEach(i -> attempts.failed("erika", at("10.0.0.1"), true));
        attempts.succeeded("erika", at("10.0.0.1"));
        assertThat(attempts.failed("erika", at("10.0.0.1"), true)).isZero();
    }

    @Test
    void forgetsByItselfAfterAnHour() {
        IntStream.range(0, 20).forEach(i -> attempts.failed("erika", at("10.0.0.1"), false));
        pass(Failures.COUNTED.plusSeconds(1));
        assertThat(isOpen("erika", "10.0.0.1")).isTrue();
        attempts.failed("erika", at("10.0.0.1"), false);
        assertThat(isOpen("erika", "10.0.0.1")).as("counts from the beginning").isTrue();
    }

    @Test
    void forgetsNothingOfOthersWhenSomebodyRemembersHisPassword() {
        Failures failures = new Failures(nanos::get);
        IntStream.range(0, 20).forEach(i -> failures.add("erika"));
        for (int i = 0; i < 100_000; i++) {
            failures.add("max" + i);
            failures.forget("max" + i);
        }
        assertThat(failures.count("erika")).isEqualTo(20);
    }

    @Test
    void isAsLargeAsItWasWhateverComes() {
        Failures failures = new Failures(nanos::get);
        long before = used(failures);
        IntStream.range(0, 100_000).forEach(i -> failures.add("a name that nobody has " + i));
        assertThat(used(failures)).isEqualTo(before).isLessThan(10_000_000);
    }

    @Test
    void neitherForgetsWhoGuessesNorSlowsDownOthersWhenItIsFloodedWithNames() {
        IntStream.range(0, 20).forEach(i -> attempts.failed("erika", at("10.0.0.1"), false));
        for (int i = 0; i < 200_000; i++) {
            String network = "2001:db8:" + Integer.toHexString(i >> 16) + ":" + Integer.toHexString(i & 0xffff);
            attempts.failed("flood" + i, at(network + "::1"), false);
        }
        assertThat(isOpen("erika", "10.0.0.2")).as("the guessed one").isFalse();
        assertThat(IntStream.range(0, 1_000).filter(i -> isOpen("user" + i, "10.1.0." + i)))
                .as("others")
                .hasSize(1_000);
    }

    /** What its arrays hold; it has nothing else that could grow. */
    private static long used(Failures failures) {
        return Arrays.stream(Failures.class.getDeclaredFields())
                .filter(field -> field.getType().isArray())
                .mapToLong(field -> {
                    field.setAccessible(true);
                    try {
                        return 8L * Array.getLength(field.get(failures));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .sum();
    }

    private boolean isOpen(String user, String from) {
        return attempts.pause(user, at(from), false).isZero();
    }

    private static Place at(String address) {
        return Place.of(address);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
