package dev.kulanz.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.receivables.CreditorSettings;
import dev.kulanz.receivables.LimitsSettings;
import dev.kulanz.shared.BusinessClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * One story: a creditor, his debtors, and time that stands still until it is moved. As a field of a test class with
 * {@code @RegisterExtension} it begins before each test, in the application that the test is about, and is over after it.
 * Each has a creditor of its own, so none sees another's data, and begins at whatever moment it likes: when it is over, its
 * cases are laid to rest and time is given back, so that it does not matter which story comes next.
 */
public final class Story implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

    private static final AtomicInteger CREDITORS = new AtomicInteger();
    private static final String NAME = "Lindenhof";
    private static final String EMAIL = "service@lindenhof.example";
    private static final List<CreditorSettings.AccountSettings> ACCOUNTS =
            List.of(new CreditorSettings.AccountSettings("DE75512108001245126199", null));

    private final String creditorId = "story-" + CREDITORS.incrementAndGet();
    private final Instant begin;
    private final Map<String, StoryDebtor> debtors = new HashMap<>();
    private final List<String> deployed = new ArrayList<>();
    private @Nullable Stories house;

    private Story(Instant begin) {
        this.begin = begin;
    }

    /** A story that is to begin at a moment in Berlin, such as {@code 2026-11-02T07:00}. */
    public static Story beginsAt(String moment) {
        return new Story(berlin(moment));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        begin(SpringExtension.getApplicationContext(test).getBean(Stories.class));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    /** It begins in this house. */
    Story begin(Stories inThis) {
        house = inThis;
        house.time().standAt(begin);
        house.jdbc().sql("""
                        insert into schedule (name, next_run_at) values ('overdue-sweep', :now), ('stalled-cases', :now), ('payment-feeds', :now), ('item-holds', :now)
                        on conflict (name) do update set next_run_at = excluded.next_run_at""").param("now", Timestamp.from(begin)).update();
        return settings("de", 3);
    }

    /** The house it is told in, once it has begun. */
    public Stories house() {
        if (house == null) {
            throw new IllegalStateException("The story of %s has not begun yet".formatted(creditorId));
        }
        return house;
    }

    static Instant berlin(String moment) {
        return LocalDateTime.parse(moment).atZone(BusinessClock.ZONE).toInstant();
    }

    public String creditorId() {
        return creditorId;
    }

    /**
     * The creditor with these settings: a German shop by default, with three days to the first contact, and without bank days
     * before it, so that a story can count them; {@link #waitsBankDays} adds those.
     */
    public Story settings(String language, int firstContactDays) {
        return settings(language, firstContactDays, null);
    }

    /** The German shop with these channels only. */
    public Story usesChannels(String... channels) {
        return settings("de", 3, List.of(channels));
    }

    private Story settings(String language, int firstContactDays, @Nullable List<String> channels) {
        return put(shop(language, firstContactDays, channels).with(0, null, null));
    }

    private static CreditorSettings shop(String language, int firstContactDays, @Nullable List<String> channels) {
        return new CreditorSettings(
                NAME,
                ACCOUNTS,
                "Lindenallee 1",
                "04177",
                "Leipzig",
                "DE",
                EMAIL,
                null,
                null,
                null,
                language,
                firstContactDays,
                channels);
    }

    /** The German shop says all of itself that a collection agency must know; so many days to the first contact. */
    public Story namesItsAddress(int firstContactDays) {
        return namesItsAddress(firstContactDays, 0);
    }

    /** The same, with bank days before the first contact. */
    public Story namesItsAddress(int firstContactDays, int bankDays) {
        return put(new CreditorSettings(
                        NAME,
                        ACCOUNTS,
                        "Lindenallee 1",
                        "04177",
                        "Leipzig",
                        "DE",
                        EMAIL,
                        null,
                        null,
                        "Sitz: Leipzig",
                        "de",
                        firstContactDays,
                        null)
                .with(bankDays, null, null));
    }

    /** From now on the German shop sends no first reminder before so many bank days after the due date. */
    public Story waitsBankDays(int bankDays) {
        return put(shop("de", 3, null).with(bankDays, null, null));
    }

    /** From now on the German shop demands nothing below these: for any demand, a letter or call, a hand-over, and a rest. */
    public Story demandsFrom(String demand, String letterOrCall, String handover, String goodwill) {
        return put(shop("de", 3, null).with(0, limits(demand, letterOrCall, handover, goodwill), null));
    }

    /** The usual limits, and others for one currency. */
    public Story demandsIn(String currency, String demand, String letterOrCall, String handover, String goodwill) {
        return put(
                shop("de", 3, null).with(0, null, Map.of(currency, limits(demand, letterOrCall, handover, goodwill))));
    }

    /** From now on a mandate says nothing to the German shop. */
    public Story readsNoMandates() {
        return put(shop("de", 3, null).with(0, null, null).awaitingDebits(0));
    }

    private static LimitsSettings limits(String demand, String letterOrCall, String handover, String goodwill) {
        return new LimitsSettings(
                new BigDecimal(demand),
                new BigDecimal(letterOrCall),
                new BigDecimal(handover),
                new BigDecimal(goodwill));
    }

    private Story put(CreditorSettings settings) {
        house().creditors().put(creditorId, settings);
        return this;
    }

    /** A consumer in Germany who speaks German and has an e-mail address, until something else is said. */
    public StoryDebtor debtor(String name) {
        return debtors.computeIfAbsent(name, unknown -> new StoryDebtor(this, name));
    }

    /** A process owner puts a changed model in force, such as {@code rules/step-fitting.dmn}, until the story is over. */
    public Story deploys(String model, UnaryOperator<String> change) {
        String shipped = read(model);
        String changed = change.apply(shipped);
        assertThat(changed).as("%s, changed", model).isNotEqualTo(shipped);
        deployed.add(house().repository()
                .createDeployment()
                .addString("engine-test-" + Path.of(model).getFileName(), changed)
                .deploy()
                .getId());
        return this;
    }

    private static String read(String model) {
        try {
            return Files.readString(Path.of(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Time goes on, with everything that is due on the way. */
    public Story after(Duration duration) {
        return to(house().clock().instant().plus(duration));
    }

    /** Time goes on until a moment in Berlin, such as {@code 2026-11-02T08:00}. */
    public Story until(String moment) {
        return to(berlin(moment));
    }

    /** It is this moment in Berlin, and nothing that is due was done yet. */
    public Story standAt(String moment) {
        house().time().standAt(berlin(moment));
        return this;
    }

    private Story to(Instant moment) {
        house().travel().to(moment, offset -> {});
        house().time().standAt(moment);
        return this;
    }

    public static Duration days(int days) {
        return Duration.ofDays(days);
    }

    /** What is due now is done. */
    public Story now() {
        house().pump().runUntilIdle();
        return this;
    }

    /** Takes models back, lays the story's cases to rest and gives time back. */
    @Override
    public void close() {
        deployed.forEach(id -> house().repository().deleteDeployment(id, true));
        deployed.clear();
        house().jdbc()
                .sql("""
                        select p.id_ from act_ru_execution p join dunning_case k on k.number = p.business_key_
                        where k.creditor_id = :creditor and p.super_exec_ is null and p.parent_id_ is null""")
                .param("creditor", creditorId)
                .query(String.class)
                .list()
                .forEach(instance -> house().runtime().deleteProcessInstance(instance, "the story is over"));
        for (String rest : List.of(
                "update contact set status = 'CANCELLED' where status in ('PLANNED', 'SENDING') and creditor_id = :creditor",
                "update dunning_case set journey_started_at = coalesce(journey_started_at, opened_at) where creditor_id = :creditor",
                "update open_item set due_date = '2999-12-31' where creditor_id = :creditor",
                "delete from signal where case_number in (select number from dunning_case where creditor_id = :creditor)")) {
            house().jdbc().sql(rest).param("creditor", creditorId).update();
        }
        house().jdbc().sql("delete from schedule").update();
        house().time().follow(Duration.ZERO);
    }
}
