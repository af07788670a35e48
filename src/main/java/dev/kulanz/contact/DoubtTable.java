package dev.kulanz.contact;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.departures.Found;
import dev.kulanz.departures.Rest;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which contacts may have left before a backup was restored, and what is said of them. */
@Component
class DoubtTable {

    static final String REASON = "may have left before the backup was restored";

    private static final String OPEN = """
            from contact_doubt d join contact c on c.id = d.contact_id and c.status = 'UNKNOWN'
            where d.answer is null and (:all or d.creditor_id = any(:creditors))
              and (cast(:creditor as text) is null or d.creditor_id = :creditor)
              and (cast(:channel as text) is null or d.channel = :channel)
              and (cast(:proven as boolean) is null or coalesce(d.proof <> 'BEGUN', false) = :proven)
              and (cast(:contact as uuid) is null or d.contact_id = :contact)""";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DoubtTable(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What there was to become known of a contact. */
    record Doubted(UUID id, String creditorId, UUID debtorId, String caseNumber, String step, String channel) {}

    /** Some of those that may have left, which become UNKNOWN; none when there are no more. */
    List<Doubted> doubtSome(Rest rest, List<Channel> outside, int limit) {
        List<Doubted> some = jdbc.sql("""
                        with lot as (
                            select c.id from contact c
                            where c.status = 'PLANNED' and c.channel = any(:outside)
                              and (c.seq <= :known and c.not_before <= :noticed or c.seq > :known and c.seq <= :caughtUp)
                              and not exists (select from contact_doubt d where d.contact_id = c.id)
                            order by c.seq limit :limit for update)
                        update contact c set status = 'UNKNOWN', reason = :reason, composed_at = :noticed
                        from lot s, dunning_case k where c.id = s.id and k.id = c.case_id
                        returning c.id, c.creditor_id, k.debtor_id, c.case_number, c.step, c.channel""")
                .param("outside", outside.stream().map(Channel::name).toArray(String[]::new))
                .param("known", rest.knownSeq())
                .param("caughtUp", rest.caughtUpSeq())
                .param("noticed", Timestamp.from(rest.noticedAt()))
                .param("limit", limit)
                .param("reason", REASON)
                .query(Doubted.class)
                .list();
        keep(some.stream().map(Doubted::id).toList());
        return some;
    }

    /** One that is found to have left, perhaps, when it is about to be sent. */
    void doubt(Contact contact) {
        jdbc.sql("update contact set status = 'UNKNOWN', reason = :reason, composed_at = :now where id = :id")
                .param("reason", REASON)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", contact.id())
                .update();
        keep(List.of(contact.id()));
    }

    private void keep(List<UUID> ids) {
        jdbc.sql("""
                        insert into contact_doubt (contact_id, creditor_id, channel, doubted_at)
                        select c.id, c.creditor_id, c.channel, :now from contact c where c.id = any(:ids)
                        on conflict (contact_id) do nothing""")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** What was found of them. */
    void prove(Map<UUID, Found> proofs) {
        List<UUID> ids = List.copyOf(proofs.keySet());
        List<Found> found =
                ids.stream().map(id -> Objects.requireNonNull(proofs.get(id))).toList();
        jdbc.sql("""
                        update contact_doubt d set proof = n.proof, proof_channel = n.channel,
                            left_at = n.left_at::timestamptz, pay_by = n.pay_by::date
                        from unnest(:ids, :proofs, :channels, :moments, :days) as n (id, proof, channel, left_at, pay_by)
                        where d.contact_id = n.id and d.answer is null""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("proofs", found.stream().map(one -> one.proof().name()).toArray(String[]::new))
                .param("channels", found.stream().map(Found::channel).toArray(String[]::new))
                .param(
                        "moments",
                        found.stream().map(one -> one.leftAt().toString()).toArray(String[]::new))
                .param(
                        "days",
                        found.stream()
                                .map(one -> Objects.toString(one.payBy(), null))
                                .toArray(String[]::new))
                .update();
    }

    /** What other nodes have said since. */
    void proveLater() {
        jdbc.sql("""
                        update contact_doubt d set proof = p.proof, proof_channel = p.channel, left_at = p.left_at, pay_by = p.pay_by
                        from departure_proof p
                        where p.thing = d.contact_id and d.answer is null and d.proof is distinct from p.proof""").update();
    }

    /** Those for whom there is proof have left. */
    void answerByProof() {
        jdbc.sql("""
                        update contact_doubt set answer = 'LEFT', answered_at = :now, answered_by = 'system'
                        where answer is null and proof <> 'BEGUN'""").param("now", Timestamp.from(clock.instant())).update();
    }

    /** @return how many are answered */
    int answer(DoubtDesk.Which which, Doubt.Answer answer, String by, CreditorScope scope) {
        return bind(jdbc.sql("""
                                update contact_doubt set answer = :answer, answered_at = :now, answered_by = :by
                                where answer is null and contact_id in (select d.contact_id %s)""".formatted(OPEN)), which, scope)
                .param("answer", answer.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }

    long count(DoubtDesk.Which which, CreditorScope scope) {
        return bind(jdbc.sql("select count(*) " + OPEN), which, scope)
                .query(Long.class)
                .single();
    }

    List<DoubtDesk.OfChannel> byChannel(CreditorScope scope) {
        return bind(
                        jdbc.sql("select d.channel, count(*) as count,"
                                + " count(*) filter (where d.proof <> 'BEGUN') as proven " + OPEN
                                + " group by d.channel order by d.channel"),
                        DoubtDesk.Which.ALL,
                        scope)
                .query(DoubtDesk.OfChannel.class)
                .list();
    }

    List<Doubt> page(DoubtDesk.Which which, CreditorScope scope, int page, int size) {
        return bind(jdbc.sql("""
                                select c.id, c.case_number, c.creditor_id, c.round, c.step, c.channel, d.doubted_at, d.proof,
                                       d.proof_channel, d.left_at, d.pay_by %s
                                order by d.doubted_at, d.contact_id limit :size offset :offset""".formatted(OPEN)), which, scope)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(Doubt.class)
                .list();
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, DoubtDesk.Which which, CreditorScope scope) {
        return statement
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .param("creditor", which.creditorId())
                .param(
                        "channel",
                        which.channel() == null ? null : which.channel().name())
                .param("proven", which.proven())
                .param("contact", which.contact());
    }

    /** An answer that has not been carried out. */
    record ToSettle(
            UUID contactId,
            Doubt.Answer answer,
            Found.@Nullable Proof proof,
            @Nullable String proofChannel,
            @Nullable Timestamp leftAt,
            @Nullable LocalDate payBy) {

        Optional<Found> found() {
            return proof == null || proofChannel == null || leftAt == null
                    ? Optional.empty()
                    : Optional.of(new Found(contactId, proofChannel, leftAt.toInstant(), payBy, proof));
        }
    }

    List<UUID> toSettle(int limit) {
        return jdbc.sql("""
                        select contact_id from contact_doubt where answer is not null and not settled
                        order by contact_id limit :limit""").param("limit", limit).query(UUID.class).list();
    }

    Optional<ToSettle> toSettle(UUID contact) {
        return jdbc.sql("""
                        select contact_id, answer, proof, proof_channel, left_at, pay_by from contact_doubt
                        where contact_id = :id and answer is not null and not settled for update""").param("id", contact).query(ToSettle.class).optional();
    }

    void settled(UUID contact) {
        jdbc.sql("update contact_doubt set settled = true where contact_id = :id")
                .param("id", contact)
                .update();
    }

    /** It could not be carried out: a person looks again. */
    void reopen(UUID contact) {
        jdbc.sql(
                        "update contact_doubt set answer = null, answered_at = null, answered_by = null where contact_id = :id")
                .param("id", contact)
                .update();
    }

    /** Of these, those of which it was said that they did not leave. */
    boolean isSaidToHaveStayed(UUID contact) {
        return jdbc.sql("select exists (select from contact_doubt where contact_id = :id and answer = 'STAYED')")
                .param("id", contact)
                .query(Boolean.class)
                .single();
    }

    /** It is due again. */
    void planAgain(Collection<UUID> contacts) {
        jdbc.sql("""
                        update contact set status = 'PLANNED', reason = null, composed_at = null
                        where id = any(:ids) and status = 'UNKNOWN'""").param("ids", contacts.toArray(UUID[]::new)).update();
    }
}
