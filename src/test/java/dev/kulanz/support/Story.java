package dev.kulanz.support;

import dev.kulanz.receivables.CreditorSettings;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One story: a creditor, his debtors, and time that stands still until it is moved. */
public final class Story implements AutoCloseable {

    private final Stories house;
    private final String creditorId;
    private final Map<String, StoryDebtor> debtors = new HashMap<>();

    Story(Stories house, String creditorId, Instant begin) {
        this.house = house;
        this.creditorId = creditorId;
        house.time().standAt(begin);
        house.jdbc().sql("""
                        insert into schedule (name, next_run_at) values ('overdue-sweep', :now), ('stalled-cases', :now)
                        on conflict (name) do update set next_run_at = excluded.next_run_at""").param("now", Timestamp.from(begin)).update();
        settings("de", 3);
    }

    static Instant berlin(String moment) {
        return LocalDateTime.parse(moment).atZone(BusinessClock.ZONE).toInstant();
    }

    public String creditorId() {
        return creditorId;
    }

    /** The creditor with these settings: a German shop by default, with three days to the first contact. */
    public Story settings(String language, int firstContactDays) {
        return settings(language, firstContactDays, null);
    }

    /** The German shop with these channels only. */
    public Story usesChannels(String... channels) {
        return settings("de", 3, List.of(channels));
    }

    /** The German shop says all of itself that a collection agency must know. */
    public Story namesItsAddress() {
        house.creditors()
                .put(
                        creditorId,
                        new CreditorSettings(
                                "Lindenhof",
                                List.of(new CreditorSettings.AccountSettings("DE75512108001245126199", null)),
                                "Lindenallee 1",
                                "04177",
                                "Leipzig",
                                "DE",
                                "service@lindenhof.example",
                                null,
                                null,
                                "Sitz: Leipzig",
                                "de",
                                3,
                                null));
        return this;
    }

    private Story settings(String language, int firstContactDays, @Nullable List<String> channels) {
        house.creditors()
                .put(
                        creditorId,
                        new CreditorSettings(
                                "Lindenhof",
                                List.of(new CreditorSettings.AccountSettings("DE75512108001245126199", null)),
                                null,
                                null,
                                null,
                                null,
                                "service@lindenhof.example",
                                null,
                                null,
                                null,
                                language,
                                firstContactDays,
                                channels));
        return this;
    }

    /** A consumer in Germany who speaks German and has an e-mail address, until something else is said. */
    public StoryDebtor debtor(String name) {
        return debtors.computeIfAbsent(name, unknown -> new StoryDebtor(house, creditorId, name));
    }

    /** Time goes on, with everything that is due on the way. */
    public Story after(Duration duration) {
        return to(house.clock().instant().plus(duration));
    }

    /** Time goes on until a moment in Berlin, such as {@code 2026-11-02T08:00}. */
    public Story until(String moment) {
        return to(berlin(moment));
    }

    /** It is this moment in Berlin, and nothing that is due was done yet. */
    public Story standAt(String moment) {
        house.time().standAt(berlin(moment));
        return this;
    }

    private Story to(Instant moment) {
        house.travel().to(moment, offset -> {});
        house.time().standAt(moment);
        return this;
    }

    public static Duration days(int days) {
        return Duration.ofDays(days);
    }

    /** What is due now is done. */
    public Story now() {
        house.pump().runUntilIdle();
        return this;
    }

    /** Lays the story's cases to rest and gives time back. */
    @Override
    public void close() {
        house.jdbc()
                .sql("""
                        select p.id_ from act_ru_execution p join dunning_case k on k.number = p.business_key_
                        where k.creditor_id = :creditor and p.super_exec_ is null and p.parent_id_ is null""")
                .param("creditor", creditorId)
                .query(String.class)
                .list()
                .forEach(instance -> house.runtime().deleteProcessInstance(instance, "the story is over"));
        for (String rest : List.of(
                "update contact set status = 'CANCELLED' where status in ('PLANNED', 'SENDING') and creditor_id = :creditor",
                "update dunning_case set journey_started_at = coalesce(journey_started_at, opened_at) where creditor_id = :creditor",
                "update open_item set due_date = '2999-12-31' where creditor_id = :creditor",
                "delete from signal where case_number in (select number from dunning_case where creditor_id = :creditor)")) {
            house.jdbc().sql(rest).param("creditor", creditorId).update();
        }
        house.jdbc().sql("delete from schedule").update();
        house.time().follow(Duration.ZERO);
    }
}
