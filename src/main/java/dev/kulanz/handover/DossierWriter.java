package dev.kulanz.handover;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the dossier of a case together, from what is known at this moment. */
@Component
class DossierWriter {

    /** Of an item {@code i}: the day that tells a part of an invoice from the others. */
    private static final String DAY_OF_PART = """
            case when i.given_instalment is not null or exists (
                select from open_item o where o.creditor_id = i.creditor_id and o.invoice_id = i.invoice_id and o.id <> i.id)
            then i.due_date end""";

    private final JdbcClient jdbc;
    private final Creditors creditors;
    private final Debtors debtors;
    private final ContactPoints contactPoints;
    private final BusinessClock clock;

    DossierWriter(
            JdbcClient jdbc, Creditors creditors, Debtors debtors, ContactPoints contactPoints, BusinessClock clock) {
        this.jdbc = jdbc;
        this.creditors = creditors;
        this.debtors = debtors;
        this.contactPoints = contactPoints;
        this.clock = clock;
    }

    /** @param claims the items that are handed over */
    Dossier write(DunningCase of, Handover handover, List<Claim> claims) {
        UUID[] items = claims.stream().map(Claim::id).toArray(UUID[]::new);
        dev.kulanz.receivables.Debtor debtor = debtors.get(of.debtorId());
        BigDecimal principal = sum(claims, Claim::originalAmount);
        BigDecimal outstanding = sum(claims, Claim::openAmount);
        return new Dossier(
                Dossier.SCHEMA,
                handover.reference(),
                of.number(),
                of.round(),
                clock.instant(),
                "PRE_COURT",
                handover.releasedBy(),
                handover.confirmedBy(),
                client(creditors.get(of.creditorId())),
                debtor(debtor),
                of.currency(),
                new Dossier.Totals(principal, principal.subtract(outstanding), BigDecimal.ZERO, outstanding),
                false,
                claims.stream().map(claim -> claim(claim, debtor)).toList(),
                reminders(items),
                payments(items));
    }

    private static BigDecimal sum(List<Claim> claims, Function<Claim, BigDecimal> amount) {
        return claims.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Dossier.Client client(Creditor creditor) {
        Creditor.Account account = creditor.mainAccount();
        return new Dossier.Client(
                creditor.id(),
                creditor.name(),
                creditor.street(),
                creditor.postcode(),
                creditor.city(),
                creditor.country(),
                creditor.email(),
                creditor.phone(),
                creditor.legalNotice(),
                account == null ? null : account.iban(),
                null);
    }

    private Dossier.Debtor debtor(dev.kulanz.receivables.Debtor debtor) {
        return new Dossier.Debtor(
                debtor.externalId(),
                debtor.type().name(),
                debtor.name(),
                debtor.salutation(),
                debtor.contactName(),
                birthDate(debtor.id()),
                debtor.language(),
                debtor.street(),
                debtor.postcode(),
                debtor.city(),
                debtor.country(),
                "CLIENT_RECORDS",
                contactPoints.of(debtor.id()).stream()
                        .filter(ContactPoint::usable)
                        .map(ContactPoint::value)
                        .toList());
    }

    private @Nullable LocalDate birthDate(UUID debtor) {
        return jdbc.sql("select birth_date from debtor where id = :id")
                .param("id", debtor)
                .query((row, index) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
    }

    private static Dossier.PrincipalClaim claim(Claim claim, dev.kulanz.receivables.Debtor debtor) {
        boolean consumer = debtor.type() == dev.kulanz.receivables.Debtor.Type.CONSUMER;
        LocalDate since = claim.defaultSince(BusinessClock.ZONE);
        return new Dossier.PrincipalClaim(
                claim.invoiceId(),
                claim.instalment(),
                claim.invoiceDate(),
                claim.kind(),
                claim.contractId(),
                claim.contractDate(),
                claim.subject(),
                claim.dueDate(),
                claim.dueDateSource(),
                since,
                claim.defaultGround(),
                claim.originalAmount(),
                claim.originalAmount().subtract(claim.openAmount()),
                claim.openAmount(),
                claim.principalIsRest(),
                new Dossier.Interest(
                        claim.openAmount(), since, consumer ? 5 : 9, consumer ? "§ 288 (1) BGB" : "§ 288 (2) BGB"));
    }

    private List<Dossier.Reminder> reminders(UUID[] items) {
        return jdbc.sql("""
                        select n.told_at, n.step, n.channel, c.recipient, n.pay_by, c.demanded_amount, c.status,
                               array_agg(i.invoice_id order by i.due_date, i.id) as invoices,
                               array_agg(i.given_instalment order by i.due_date, i.id) as instalments,
                               array_agg(%s order by i.due_date, i.id) as days
                        from notice_that_counts n join open_item i on i.id = n.open_item_id
                        left join contact c on c.id = n.contact_id
                        where n.open_item_id = any(:items)
                        group by n.contact_id, n.told_at, n.step, n.channel, c.recipient, n.pay_by, c.demanded_amount, c.status
                        order by n.told_at, n.step""".formatted(DAY_OF_PART))
                .param("items", items)
                .query((row, index) -> reminder(row))
                .list();
    }

    private static Dossier.Reminder reminder(ResultSet row) throws SQLException {
        boolean received = "DELIVERED".equals(row.getString("status"));
        boolean letter = "LETTER".equals(row.getString("channel"));
        List<Dossier.Item> items = items(row);
        return new Dossier.Reminder(
                LocalDate.ofInstant(row.getTimestamp("told_at").toInstant(), BusinessClock.ZONE),
                row.getString("step"),
                row.getString("channel"),
                row.getString("recipient"),
                row.getObject("pay_by", LocalDate.class),
                row.getBigDecimal("demanded_amount"),
                received ? "RECEIPT_PROVED" : letter ? "LETTER_SENT" : "SENT",
                items.stream().map(Dossier.Item::invoiceId).distinct().toList(),
                items);
    }

    private static List<Dossier.Item> items(ResultSet row) throws SQLException {
        String[] invoices = (String[]) row.getArray("invoices").getArray();
        Integer[] instalments = (Integer[]) row.getArray("instalments").getArray();
        Date[] days = (Date[]) row.getArray("days").getArray();
        return IntStream.range(0, invoices.length)
                .mapToObj(i ->
                        new Dossier.Item(invoices[i], instalments[i], days[i] == null ? null : days[i].toLocalDate()))
                .distinct()
                .toList();
    }

    private List<Dossier.Payment> payments(UUID[] items) {
        return jdbc.sql("""
                        select e.value_date, i.invoice_id, i.given_instalment, %s as day, -e.amount as amount, e.kind
                        from ledger_entry e join open_item i on i.id = e.open_item_id
                        where e.open_item_id = any(:items) and e.kind <> 'PRINCIPAL'
                        order by e.value_date, e.id""".formatted(DAY_OF_PART))
                .param("items", items)
                .query((row, index) -> new Dossier.Payment(
                        row.getObject("value_date", LocalDate.class),
                        row.getString("invoice_id"),
                        new Dossier.Item(
                                row.getString("invoice_id"),
                                row.getObject("given_instalment", Integer.class),
                                row.getObject("day", LocalDate.class)),
                        row.getBigDecimal("amount"),
                        row.getString("kind")))
                .list();
    }
}
