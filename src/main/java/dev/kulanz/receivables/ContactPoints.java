package dev.kulanz.receivables;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.Ids;
import dev.kulanz.shared.MailAddress;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Unseen;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where debtors can be reached. The journal tells of changes without the address itself. */
@Component
public class ContactPoints {

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_WRITTEN = 1_000;

    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\]+\\.[^\\s@<>,;:\"()\\[\\]\\\\.]{2,}");

    private static final Said SEVERAL =
            Said.of("point.several", "These are several: please enter the one that is the debtor's own.");

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
     * @param written as somebody wrote it; a phone number without country code is taken to be where he lives
     * @param source who says so: IMPORT, CLERK …
     * @throws Refusal if it is no address or number of that kind, or a number that is left in peace
     */
    @Transactional
    public void add(UUID debtorId, ContactPoint.Kind kind, String written, String source) {
        String value = read(debtorId, kind, written);
        if (kind != ContactPoint.Kind.EMAIL && isLeftInPeace(value)) {
            throw Refusal.unacceptable(
                    "phone",
                    Said.of(
                            "phone.peace",
                            "Somebody else answers at this number, and was told that we don't call it again: please"
                                    + " look for another one."));
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
        journal.record(Happening.of(PersonChanges.POINT_ADDED)
                .debtor(debtorId)
                .with("contactPoint", kind.name())
                .with("source", source));
    }

    private String read(UUID debtorId, ContactPoint.Kind kind, String written) {
        String country = jdbc.sql("select country from debtor where id = :debtor")
                .param("debtor", debtorId)
                .query(String.class)
                .single();
        Optional<WrittenContact> read = WrittenContact.read(kind, written, country);
        if (read.isPresent() && read.get().others().isEmpty() && !read.get().isRemarked()) {
            return read.get().value();
        }
        boolean isSeveral = read.isPresent() && !read.get().others().isEmpty();
        throw Refusal.unacceptable(
                kind == ContactPoint.Kind.EMAIL ? "email" : "phone",
                isSeveral
                        ? SEVERAL
                        : unread(
                                kind,
                                read.isPresent()
                                        ? WrittenContact.Doubt.UNCLEAR
                                        : WrittenContact.doubt(kind, written, country),
                                country));
    }

    private static Said unread(ContactPoint.Kind kind, WrittenContact.Doubt doubt, String country) {
        if (kind == ContactPoint.Kind.EMAIL) {
            return doubt != WrittenContact.Doubt.NONE
                    ? Said.of(
                            "point.email.unclear",
                            "Beside the address stands something else. Please write the debtor's own address alone;"
                                    + " another person's is not kept.")
                    : Said.of("point.email", "This is not an e-mail address. Example: anna@example.com");
        }
        return switch (doubt) {
            case NONE -> Said.of("point.phone", "This is not a phone number. Example: +49 170 1234567");
            case UNCLEAR, NAMES ->
                Said.of(
                        "point.phone.unclear",
                        "Beside the number stands something else. Please write the debtor's own number alone; another"
                                + " person's is not kept.");
            case ABROAD ->
                Said.of(
                        "point.phone.abroad",
                        "Without its country code this can't be told for a number of the country where the debtor"
                                + " lives ({0}). Please write it with the code, like +49 170 1234567.",
                        country);
            case LENGTH ->
                Said.of(
                        "point.phone.length",
                        "This is no phone number of the country where the debtor lives ({0}): too short or too long?",
                        country);
        };
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
            journal.record(
                    Happening.of(PersonChanges.POINT_FAILED).debtor(debtorId).with("contactPoint", kind.name()));
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
                .query((row, index) -> Happening.of(PersonChanges.POINT_FAILED)
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
     * An e-mail address in the form in which it is kept: trimmed, without what can't be seen.
     *
     * @return empty if it is not one address and nothing else
     */
    public static Optional<String> email(String written) {
        if (written.length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        String address = Unseen.foldedAddress(written);
        // One bare address with a dotted domain: no display name, no list, no control characters.
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches() || isFormula(address)) {
            return Optional.empty();
        }
        try {
            new InternetAddress(address, true).validate();
            return Optional.of(address).filter(one -> MailAddress.of(one).isPresent());
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    /** It would be run where somebody opens it in a spreadsheet, and is in nobody's use. */
    private static boolean isFormula(String address) {
        return !address.isEmpty() && "=+-@".indexOf(address.charAt(0)) >= 0;
    }
}
