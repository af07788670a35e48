package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journal.Actor;
import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the staged rows into the tables, in sets and in the order of the locks. */
@Component
class Merge {

    private static final String ACCEPTED = """
            select count(*) from (
                select line from intake_item where known_id is null or cardinality(changed) > 0
                union select line from intake_booking where line is not null
                union select line from intake_debtor where known_id is null or cardinality(changed) > 0
                union select line from intake_credit where line is not null and says_more
                union select line from intake_point
                union select line from intake_said_of_person where not refused
                union select line from intake_running where says_more) as lines""";

    private static final String FORGET = """
            drop table intake_remark, intake_clear, intake_note, intake_use, intake_credit, intake_item, intake_running,
                       intake_said_of_person, intake_doubt, intake_spared_doubt, intake_cleared_doubt""";

    private final JdbcClient jdbc;
    private final CreditorsNamed creditors;
    private final ImportLocks locks;
    private final Verdicts verdicts;
    private final Doubts doubts;
    private final Snapshot snapshot;
    private final DebtorMerge debtors;
    private final ContactPointMerge contactPoints;
    private final Remarks remarks;
    private final CreditNoteMerge credits;
    private final ItemMerge items;
    private final InstalmentMatch instalments;
    private final Bookings bookings;
    private final RunningMerge running;
    private final PersonMerge persons;
    private final ClaimsInDoubt inDoubt;
    private final ObjectProvider<Actor> actor;

    Merge(
            JdbcClient jdbc,
            CreditorsNamed creditors,
            Ledger ledger,
            BusinessCalendar calendar,
            ObjectProvider<Actor> actor) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.creditors = creditors;
        this.locks = new ImportLocks(jdbc, ledger);
        this.verdicts = new Verdicts(jdbc);
        this.doubts = new Doubts(jdbc);
        this.snapshot = new Snapshot(jdbc);
        this.debtors = new DebtorMerge(jdbc);
        this.contactPoints = new ContactPointMerge(jdbc);
        this.remarks = new Remarks(jdbc);
        this.credits = new CreditNoteMerge(jdbc);
        this.items = new ItemMerge(jdbc);
        this.instalments = new InstalmentMatch(jdbc);
        this.bookings = new Bookings(jdbc);
        this.running = new RunningMerge(jdbc, calendar);
        this.persons = new PersonMerge(jdbc);
        this.inDoubt = new ClaimsInDoubt(jdbc);
    }

    /**
     * @param untouched is run under the locks, before anything is written of what is known here already
     * @return the ids of the creditors that were made
     */
    Set<String> merge(ImportRequest request, Runnable untouched) {
        Instant now = request.at();
        locks.lockCreditors();
        renewStatistics();
        verdicts.pass(request.today(), request.options());
        Set<String> made = creditors.makeUnknown();
        debtors.add(now);
        renewStatistics();
        compare(request);
        locks.lockRows();
        while (locks.outdated()) { // no more than what is locked now can change meanwhile, so it ends
            jdbc.sql(FORGET).update();
            compare(request);
            locks.lockRows();
        }
        untouched.run();
        debtors.change(now);
        contactPoints.merge(now);
        items.merge(now);
        instalments.merge();
        renewStatistics();
        credits.merge(now, request.today());
        bookings.book(now, request.today());
        running.merge(now);
        Actor present = actor.getIfAvailable();
        persons.merge(now, request.today(), present == null ? "system" : present.name());
        inDoubt.merge(now, request.today());
        return made;
    }

    /** What the file says against what is kept. Nothing is written yet. */
    private void compare(ImportRequest request) {
        remarks.prepare();
        snapshot.findZero();
        if (request.options().mode() == ImportOptions.Mode.SNAPSHOT) {
            snapshot.findMissing(request.options(), request.scope());
        }
        credits.compare(request.options(), request.scope());
        credits.remark(request.options());
        items.compare(request.options().amounts());
        instalments.compare();
        running.compare();
        persons.compare(request.today());
        inDoubt.find(request);
    }

    private void renewStatistics() {
        jdbc.sql(PlannerStatistics.RENEW).update();
    }

    /** What the file says of dunning that already ran elsewhere. */
    RunningMerge running() {
        return running;
    }

    /** What the file says of persons. */
    PersonMerge persons() {
        return persons;
    }

    /** What there is to say about rows that were taken. */
    Remarks remarks() {
        return remarks;
    }

    CreditNoteMerge credits() {
        return credits;
    }

    /** How many rows are refused, and what to say of the first that others contradict. */
    Verdicts verdicts() {
        return verdicts;
    }

    /** What other rows, or what is kept already, make doubtful of rows that are taken. */
    Doubts doubts() {
        return doubts;
    }

    long goodRows() {
        return jdbc.sql("select count(*) from intake_row where refusal is null")
                .query(Long.class)
                .single();
    }

    /** How many rows created or changed something. */
    long accepted() {
        return jdbc.sql(ACCEPTED).query(Long.class).single();
    }

    long cleared() {
        return jdbc.sql("select count(*) from intake_booking where line is null")
                .query(Long.class)
                .single();
    }

    /** The creditors that the file names, as far as they are there and the user may see them. */
    List<String> creditorIds(CreditorScope scope) {
        return jdbc.sql("""
                        select id from creditor
                        where id in (select creditor_id from intake_row) and (:all or id = any(:ids)) order by id""")
                .param("all", scope.all())
                .param("ids", scope.idArray())
                .query(String.class)
                .list();
    }

    /** Of these creditors, those of whom there is something to say. */
    List<NamedCreditor> remarkable(List<String> named, Set<String> made, CreditorScope scope) {
        return creditors.remarkable(named, made, scope);
    }

    /** Accounts that owe something else, or at another time, than before. */
    List<UUID> changedAccounts() {
        return jdbc.sql("""
                        select account_id from intake_booking
                        union select account_id from intake_item where cardinality(changed) > 0
                        union select account_id from intake_credit where says_more
                        union select account_id from intake_running where says_more""").query(UUID.class).list();
    }

    /** Items that are due on another day than before. */
    List<UUID> movedItems() {
        return jdbc.sql("select id from intake_item where 'dueDate' = any(changed) order by id")
                .query(UUID.class)
                .list();
    }

    /** Of these accounts, those on which credit is left: what it is used for is part of what an import does. */
    List<UUID> creditedAccounts() {
        return jdbc.sql("""
                        select account_id from ledger_entry
                        where open_item_id is null and account_id in (
                            select account_id from intake_booking
                            union select account_id from intake_credit where says_more)
                        group by account_id having sum(amount) < 0 order by account_id""").query(UUID.class).list();
    }
}
