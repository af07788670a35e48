package dev.kulanz.contact;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Divisions.Divided;
import dev.kulanz.departures.Found;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.ItemBalance;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes of a contact that it left before a backup was restored. Its words are lost; that the debtor was told, of what and until when
 * to pay is noted as well as it can be known, for the next step depends on it.
 */
@Component
class LeftBefore {

    private final JdbcClient jdbc;
    private final CaseItems caseItems;
    private final Divisions divisions;
    private final Debtors debtors;
    private final ToldItems toldItems;
    private final Results results;
    private final CallResults calls;

    LeftBefore(
            JdbcClient jdbc,
            CaseItems caseItems,
            Divisions divisions,
            Debtors debtors,
            ToldItems toldItems,
            Results results,
            CallResults calls) {
        this.jdbc = jdbc;
        this.caseItems = caseItems;
        this.divisions = divisions;
        this.debtors = debtors;
        this.toldItems = toldItems;
        this.results = results;
        this.calls = calls;
    }

    /**
     * The caller holds the case's lock.
     *
     * @param at business time, when nothing says more
     */
    void note(Contact contact, DunningCase of, @Nullable Found proof, Instant at) {
        Channel over = proof == null ? contact.channel() : Channel.valueOf(proof.channel());
        if (over != contact.channel()) {
            move(contact, over);
        }
        LocalDate payBy = contact.purpose() == Purpose.DEMAND && over != Channel.VOICE
                ? told(contact, of, proof)
                : contact.payBy();
        Timestamp left = Timestamp.from(proof == null ? at : proof.leftAt());
        jdbc.sql("""
                        update contact set status = 'SENT', reason = null, composed_at = :at, sent_at = :at, pay_by = :payBy
                        where id = :id""")
                .param("at", left)
                .param("payBy", payBy)
                .param("id", contact.id())
                .update();
        Contact now = get(contact.id());
        if (over == Channel.VOICE) {
            calls.resolved(now, of, true);
        } else {
            results.tellSent(now, of, payBy);
        }
    }

    /** As the day counts that it named, if that is known; else one that is reckoned from today, which is later. */
    private @Nullable LocalDate told(Contact contact, DunningCase of, @Nullable Found proof) {
        List<ItemBalance> items = caseItems.demandable(of);
        if (items.isEmpty()) {
            return proof == null ? null : proof.payBy();
        }
        Debtor to = debtors.get(of.debtorId());
        Divided divided = divisions.of(contact, of, to, items);
        if (proof != null && proof.payBy() != null) {
            divided = new Divided(Division.undivided(items), proof.payBy(), divided.steps());
        }
        toldItems.keep(contact, divided, items);
        return divided.payBy();
    }

    /** It went another way than it is planned now. */
    private void move(Contact contact, Channel over) {
        jdbc.sql("""
                        update contact c set channel = :channel, attempt = 1 + (
                            select coalesce(max(o.attempt), 0) from contact o
                            where o.case_id = c.case_id and o.round = c.round and o.occasion = c.occasion and o.step = c.step
                              and o.channel = :channel)
                        where c.id = :id""").param("channel", over.name()).param("id", contact.id()).update();
    }

    private Contact get(UUID id) {
        return jdbc.sql("select * from contact where id = :id")
                .param("id", id)
                .query(Contact.class)
                .single();
    }
}
