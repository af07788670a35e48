package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.doors.Place;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginAttemptsTests {

    private static final Set<Class<?>> IMMUTABLE = Set.of(Duration.class, LongSupplier.class);

    private final AtomicLong nanos = new AtomicLong();
    private final LoginAttempts attempts = new LoginAttempts(nanos::get);

    @Test
    void slowsDownGuessesAtAUserFromWherever() {
        IntStream.range(0, 9).forEach(i -> fail("erika", at("10.0.0." + i), false));
        assertThat(isOpen("erika", "10.0.0.99")).isTrue();
        fail("erika", at("10.0.0.9"), false);
        assertThat(isOpen("erika", "10.0.0.99")).isFalse();
        assertThat(isOpen("max", "10.0.0.99")).isTrue();
    }

    @Test
    void slowsDownAnAddressThatTriesTenNames() {
        IntStream.range(0, 10).forEach(i -> fail("user" + i, at("10.0.0.1"), false));
        assertThat(isOpen("somebody", "10.0.0.1")).isFalse();
        assertThat(isOpen("somebody", "10.0.0.2")).isTrue();
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        IntStream.range(0, 10).forEach(i -> fail("user" + i, at("2001:db8:1:2::" + i), false));
        assertThat(isOpen("somebody", "2001:db8:1:2:ffff:ffff:ffff:ffff")).isFalse();
        assertThat(isOpen("somebody", "2001:db8:1:3::1")).isTrue();
    }

    @Test
    void leavesAnOfficeOpenWhenOneProgramThereHasAnOldPassword() {
        IntStream.range(0, 500).forEach(i -> fail("integration", at("10.0.0.1"), false));
        assertThat(isOpen("integration", "10.0.0.1")).isFalse();
        assertThat(isOpen("clerk", "10.0.0.1")).isTrue();
    }

    @Test
    void opensAgainAfterAPauseForOneGuessThatGrows() {
        IntStream.range(0, Failures.FREE).forEach(i -> fail("erika", at("10.0.0.1"), false));
        Duration first = attempts.begin("erika", at("10.0.0.2"), false).pause();
        assertThat(first).isEqualTo(Failures.FIRST_PAUSE);
        pass(first);
        LoginAttempts.Try one = attempts.begin("erika", at("10.0.0.2"), false);
        assertThat(one.pause()).isZero();
        assertThat(isOpen("erika", "10.0.0.3")).as("another at the same moment").isFalse();
        attempts.failed(one);
        assertThat(attempts.begin("erika", at("10.0.0.2"), false).pause())
                .isEqualTo(Failures.FIRST_PAUSE.multipliedBy(2));
    }

    @Test
    void looksAtNoMoreOfManyAtOnceThanOfAsManyInARow() {
        assertThat(IntStream.range(0, 200).filter(i -> begins("erika", "10.0.0." + i)))
                .as("one account")
                .hasSize(Failures.FREE);
        assertThat(IntStream.range(0, 200).filter(i -> begins("user" + i, "10.1.0.1")))
                .as("one place")
                .hasSize(Failures.FREE);
    }

    @Test
    void countsNothingOfWhoHasTheRightPassword() {
        for (int i = 0; i < 100; i++) {
            attempts.succeeded(attempts.begin("erika", at("10.0.0." + i), false));
            attempts.succeeded(attempts.begin("user" + i, at("10.1.0.1"), false));
            attempts.succeeded(attempts.begin("max", at("192.168.0.1"), true));
        }
        assertThat(IntStream.range(0, 200).filter(i -> begins("erika", "10.0.1." + i)))
                .hasSize(Failures.FREE);
        assertThat(IntStream.range(100, 300).filter(i -> begins("user" + i, "10.1.0.1")))
                .hasSize(Failures.FREE);
    }

    @Test
    void letsAnAccountBeGuessedAtSomeHundredTimesADayFromAllAddressesTogether() {
        int looked = 0;
        for (int second = 0; second < Duration.ofDays(1).toSeconds(); second++) {
            Place from = at("10." + second % 200 + "." + second % 251 + ".1");
            if (begins("erika", from)) {
                looked++;
            }
            pass(Duration.ofSeconds(1));
        }
        assertThat(looked).isBetween(100, 500);
    }

    @Test
    void doesNotSlowDownWhereSomebodyIsKnown() {
        IntStream.range(0, 500).forEach(i -> fail("erika", at("10.0.0." + i % 200), false));
        IntStream.range(0, 500).forEach(i -> fail("user" + i, at("192.168.0.1"), false));
        assertThat(attempts.begin("erika", at("192.168.0.1"), true).pause()).isZero();
    }

    @Test
    void answersFailuresFromAKnownPlaceWithThePauseAndBoundsThem() {
        int looked = 0;
        for (int i = 0; i < 1_000; i++) {
            if (attempts.begin("erika", at("192.168.0.1"), true).pause().isZero()) {
                looked++;
            }
        }
        assertThat(looked).isEqualTo(LoginAttempts.LOOKED_AT_IN_KNOWN_PLACES);
        assertThat(fail("max", at("192.168.0.1"), true)).isZero();
    }

    @Test
    void forgetsFailuresOfWhoRemembersHisPasswordAtLast() {
        IntStream.range(0, 9).forEach(i -> fail("erika", at("10.0.0.1"), true));
        attempts.succeeded(attempts.begin("erika", at("10.0.0.1"), true));
        assertThat(fail("erika", at("10.0.0.1"), true)).isZero();
    }

    @Test
    void forgetsByItselfAfterAnHour() {
        IntStream.range(0, 20).forEach(i -> fail("erika", at("10.0.0.1"), false));
        pass(Failures.COUNTED.plusSeconds(1));
        assertThat(isOpen("erika", "10.0.0.1")).isTrue();
        fail("erika", at("10.0.0.1"), false);
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

    /** Arrays never grow, and there is nothing else in which a name could be kept. */
    @Test
    void isAsLargeAsItWasWhateverComes() throws IllegalAccessException {
        Failures failures = new Failures(nanos::get);
        long bytes = 0;
        for (Field field : Failures.class.getDeclaredFields()) {
            field.setAccessible(true);
            if (Modifier.isStatic(field.getModifiers()) || field.getType() == LongSupplier.class) {
                assertThat(field.getType().isPrimitive() || IMMUTABLE.contains(field.getType()))
                        .as(field.toString())
                        .isTrue();
                continue;
            }
            assertThat(field.getType().isArray()
                            && field.getType().getComponentType().isPrimitive())
                    .as(field.toString())
                    .isTrue();
            assertThat(Modifier.isFinal(field.getModifiers()))
                    .as(field.toString())
                    .isTrue();
            bytes += 8L * Array.getLength(field.get(failures));
        }
        assertThat(bytes).isLessThan(10_000_000);
    }

    @Test
    void neitherForgetsWhoGuessesNorSlowsDownOthersWhenItIsFloodedWithNames() {
        IntStream.range(0, 20).forEach(i -> fail("erika", at("10.0.0.1"), false));
        for (int i = 0; i < 200_000; i++) {
            String network = "2001:db8:" + Integer.toHexString(i >> 16) + ":" + Integer.toHexString(i & 0xffff);
            fail("flood" + i, at(network + "::1"), false);
        }
        assertThat(isOpen("erika", "10.0.0.2")).as("the guessed one").isFalse();
        assertThat(IntStream.range(0, 1_000).filter(i -> isOpen("user" + i, "10.1.0." + i)))
                .as("others")
                .hasSize(1_000);
    }

    /** Yields the pause that he is told. */
    private Duration fail(String user, Place from, boolean isKnown) {
        LoginAttempts.Try one = attempts.begin(user, from, isKnown);
        return one.pause().isZero() ? attempts.failed(one) : one.pause();
    }

    private boolean begins(String user, String from) {
        return begins(user, at(from));
    }

    private boolean begins(String user, Place from) {
        return attempts.begin(user, from, false).pause().isZero();
    }

    /** Whether somebody with the right password would get in. */
    private boolean isOpen(String user, String from) {
        LoginAttempts.Try one = attempts.begin(user, at(from), false);
        if (one.pause().isZero()) {
            attempts.succeeded(one);
        }
        return one.pause().isZero();
    }

    private static Place at(String address) {
        return Place.of(address);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
