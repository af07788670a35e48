package dev.kulanz.demo;

import dev.kulanz.voice.Telephony;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The telephone network of the demo, in which nothing leaves the machine: at the other end of each number is a debtor
 * who does what somebody wrote for him, or else what people of his kind do. Where no portfolio was wanted nobody answers
 * unless he was scripted.
 */
@Component
@Profile("demo")
public class ScriptedDebtors implements Telephony {

    private final Map<Phone, Deque<Reaction>> scripts = new ConcurrentHashMap<>();
    private final DemoSettings settings;
    private final CallManners manners;
    private final JdbcClient jdbc;

    ScriptedDebtors(DemoSettings settings, CallManners manners, JdbcClient jdbc) {
        this.settings = settings;
        this.manners = manners;
        this.jdbc = jdbc;
    }

    private record Phone(String creditorId, String number) {}

    /**
     * Writes what happens at the next calls of a creditor to a number; the last goes for all that follow.
     *
     * @param number E.164
     */
    public void script(String creditorId, String number, Reaction... reactions) {
        scripts.put(new Phone(creditorId, number), new ConcurrentLinkedDeque<>(List.of(reactions)));
    }

    @Override
    public Answer call(Destination destination) {
        Reaction reaction = reaction(destination);
        if (reaction instanceof Reaction.Says says) {
            return new Answer.Connected(new ScriptedLine(says.lines(), proof(destination)));
        }
        if (reaction instanceof Reaction.Voicemail) {
            return new Answer.Voicemail(new ScriptedLine(List.of(), ""));
        }
        if (reaction instanceof Reaction.Busy) {
            return new Answer.Busy();
        }
        if (reaction instanceof Reaction.NotInService) {
            return new Answer.NotInService();
        }
        if (reaction instanceof Reaction.Outage) {
            throw new IllegalStateException("The telephone network of the demo fails, as scripted.");
        }
        return new Answer.NoAnswer();
    }

    private Reaction reaction(Destination destination) {
        Deque<Reaction> script = scripts.get(new Phone(destination.creditorId(), destination.number()));
        if (script != null && !script.isEmpty()) {
            return script.size() > 1 ? script.remove() : script.element();
        }
        return settings.isWanted() ? manners.of(destination) : new Reaction.NoAnswer();
    }

    /** What the person with this number knows about himself. */
    private String proof(Destination destination) {
        return jdbc.sql("""
                        select coalesce(extract(year from d.birth_date)::int::text, d.external_id)
                        from contact_point p join debtor d on d.id = p.debtor_id
                        where d.creditor_id = :creditor and p.value = :number order by d.external_id limit 1""")
                .param("creditor", destination.creditorId())
                .param("number", destination.number())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
