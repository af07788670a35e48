package dev.kulanz.contact;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ids of contacts, made from what they are: decided again after a backup was restored, the same contact has the same id, and so the
 * same Message-ID and the same file. UUID version 8 (RFC 9562); nobody else can tell from it whom it concerns.
 */
@Component
class ContactIds {

    private static final int VERSION_BYTE = 6;
    private static final int VARIANT_BYTE = 8;

    /** How many attempts over another channel are looked for. */
    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final ServerSecret secret;

    ContactIds(JdbcClient jdbc, ServerSecret secret) {
        this.jdbc = jdbc;
        this.secret = secret;
    }

    /**
     * A step of a round of a case, by names that hold outside of this database.
     *
     * @param debtorId the creditor's number of the debtor
     * @param ordinal which of the cases of this debtor in this currency it is, from 1
     */
    record Matter(String creditorId, String debtorId, String currency, long ordinal, int round, String step) {}

    /** @param nth which of the contacts of this matter over this channel it is, from 1 */
    UUID of(Matter matter, Channel channel, long nth) {
        ByteBuffer hash = ByteBuffer.wrap(secret.sign(String.join(
                "\n",
                "contact",
                matter.creditorId(),
                matter.debtorId(),
                matter.currency(),
                Long.toString(matter.ordinal()),
                Integer.toString(matter.round()),
                matter.step(),
                channel.name(),
                Long.toString(nth))));
        hash.put(VERSION_BYTE, (byte) ((hash.get(VERSION_BYTE) & 0x0f) | 0x80));
        hash.put(VARIANT_BYTE, (byte) ((hash.get(VARIANT_BYTE) & 0x3f) | 0x80));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private record Named(
            UUID id,
            String creditorId,
            String debtorId,
            String currency,
            long ordinal,
            int round,
            String step,
            Channel channel) {

        Matter matter() {
            return new Matter(creditorId, debtorId, currency, ordinal, round, step);
        }
    }

    /** The ids that the same step would have over other channels, and under which nothing is known here; by contact. */
    Map<UUID, List<UUID>> elsewhere(Collection<UUID> contacts) {
        Map<UUID, List<UUID>> ids = new HashMap<>();
        jdbc.sql("""
                        select c.id, c.creditor_id, d.external_id as debtor_id, k.currency, c.round, c.step, c.channel,
                               (select count(*) from dunning_case o
                                where o.account_id = k.account_id and (o.opened_at, o.id) <= (k.opened_at, k.id)) as ordinal
                        from contact c join dunning_case k on k.id = c.case_id join debtor d on d.id = k.debtor_id
                        where c.id = any(:ids)""")
                .param("ids", contacts.toArray(UUID[]::new))
                .query(Named.class)
                .list()
                .forEach(one -> ids.put(one.id(), others(one)));
        List<UUID> known = jdbc.sql("select id from contact where id = any(:ids)")
                .param("ids", ids.values().stream().flatMap(List::stream).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        ids.values().forEach(some -> some.removeAll(known));
        return ids;
    }

    private List<UUID> others(Named one) {
        List<UUID> others = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            if (channel != one.channel()) {
                for (int nth = 1; nth <= ATTEMPTS; nth++) {
                    others.add(of(one.matter(), channel, nth));
                }
            }
        }
        return others;
    }
}
