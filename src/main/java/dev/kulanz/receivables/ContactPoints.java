package dev.kulanz.receivables;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.Ids;
import dev.kulanz.shared.MailAddress;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where debtors can be reached. The journal tells of changes without the address itself. */
@Component
public class ContactPoints {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    ContactPoints(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** All contact points of a debtor, the newest first. */
    public List<ContactPoint> of(UUID debtorId) {
        return jdbc.sql("select * from contact_point where debtor_id = :debtor order by updated_at desc, id desc")
                .param("debtor", debtorId)
                .query(ContactPoint.class)
                .list();
    }

    /** The newest usable one of a kind. */
    public Optional<ContactPoint> usable(UUID debtorId, ContactPoint.Kind kind) {
        return of(debtorId).stream()
                .filter(point -> point.kind() == kind && point.usable())
                .findFirst();
    }

    /** The number to call: the newest usable one, a mobile before any other. */
    public Optional<ContactPoint> callable(UUID debtorId) {
        return usable(debtorId, ContactPoint.Kind.MOBILE).or(() -> usable(debtorId, ContactPoint.Kind.PHONE));
    }

    /**
     * Adds one, or makes a known one usable again.
     *
     * @param written as somebody wrote it; a phone number without country code is taken as German
     * @param source who says so: IMPORT, CLERK …
     * @throws Refusal if it is no address or number of that kind, or a number that is left in peace
     */
    @Transactional
    public void add(UUID debtorId, ContactPoint.Kind kind, String written, String source) {
        String value = WrittenContact.read(kind, written)
                .filter(one -> one.others().isEmpty())
                .map(WrittenContact::value)
                .orElseThrow(() -> Refusal.unacceptable(
                        kind == ContactPoint.Kind.EMAIL ? "email" : "phone",
                        kind == ContactPoint.Kind.EMAIL
                                ? "This is not an e-mail address. Example: anna@example.com"
                                : "This is not a phone number. Example: +49 170 1234567"));
        if (kind != ContactPoint.Kind.EMAIL && isLeftInPeace(value)) {
            throw Refusal.unacceptable(
                    "phone",
                    Said.of(
                            "phone.peace",
                            "Somebody else answers at this number, and was told that we don't call it again: please look for another one."));
        }
        jdbc.sql("""
                        insert into contact_point (id, debtor_id, kind, value, source, created_at, updated_at)
                        values (:id, :debtor, :kind, :value, :source, :now, :now)
                        on conflict (debtor_id, kind, value)
                        do update set status = 'USABLE', source = excluded.source, updated_at = excluded.updated_at""")
                .param("id", Ids.next())
                .param("debtor", debtorId)
                .param("kind", kind.name())
                .param("value", value)
                .param("source", source)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        journal.record(Happening.of("ContactPointAdded")
                .debtor(debtorId)
                .with("contactPoint", kind.name())
                .with("source", source));
    }

    /** A message could not be delivered there: it is not used again until somebody confirms it. */
    @Transactional
    public void markFailed(UUID debtorId, ContactPoint.Kind kind, String value) {
        int changed = jdbc.sql("""
                        update contact_point set status = 'FAILED', updated_at = :now
                        where debtor_id = :debtor and kind = :kind and value = :value and status = 'USABLE'""")
                .param("now", Timestamp.from(clock.instant()))
                .param("debtor", debtorId)
                .param("kind", kind.name())
                .param("value", value)
                .update();
        if (changed > 0) {
            journal.record(Happening.of("ContactPointFailed").debtor(debtorId).with("contactPoint", kind.name()));
        }
    }

    /**
     * Somebody else answers there and was told that we don't call again. That holds for the number: of whomever it is said
     * to be, now or later.
     *
     * @param number E.164
     */
    @Transactional
    public void leaveInPeace(String number) {
        jdbc.sql("insert into number_in_peace (number, since) values (:number, :now) on conflict do nothing")
                .param("number", number)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        journal.recordAll(jdbc.sql("""
                        update contact_point set status = 'FAILED', updated_at = :now
                        where value = :number and kind <> 'EMAIL' and status = 'USABLE' returning debtor_id, kind""")
                .param("now", Timestamp.from(clock.instant()))
                .param("number", number)
                .query((row, index) -> Happening.of("ContactPointFailed")
                        .debtor(row.getObject("debtor_id", UUID.class))
                        .with("contactPoint", row.getString("kind")))
                .list());
    }

    private boolean isLeftInPeace(String number) {
        return jdbc.sql("select exists (select 1 from number_in_peace where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /**
     * The form in which a contact point is kept: a trimmed e-mail address, or E.164.
     *
     * @return empty if it is none
     */
    public static Optional<String> normalized(ContactPoint.Kind kind, String written) {
        return kind == ContactPoint.Kind.EMAIL ? email(written) : phone(written);
    }

    private static Optional<String> email(String written) {
        String address = written.strip();
        // One bare address with a dotted domain: no display name, no list, no control characters.
        if (address.length() > 254
                || !address.matches(
                        "[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\]+\\.[^\\s@<>,;:\"()\\[\\]\\\\.]{2,}")) {
            return Optional.empty();
        }
        try {
            new InternetAddress(address, true).validate();
            return Optional.of(address).filter(one -> MailAddress.of(one).isPresent());
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> phone(String written) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(written, "DE");
            return numbers.isValidNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
