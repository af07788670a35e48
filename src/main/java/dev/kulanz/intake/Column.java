package dev.kulanz.intake;

import dev.kulanz.receivables.ContactPoint;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the open item file. What decides about money or about who owes is refused when it can't be read; what
 * only decides how somebody is reached is left out with a warning, so that the item is not lost.
 */
enum Column {
    CREDITOR_ID("text", Need.REQUIRED, Texts.upTo(60)),
    DEBTOR_ID("text", Need.REQUIRED, Texts.upTo(100)),
    DEBTOR_TYPE("text", Need.FORGIVEN, Choices::debtorType),
    NAME("text", Need.REQUIRED, Texts.upTo(140)),
    LANGUAGE("text", Need.FORGIVEN, Places::language),
    EMAIL("text", Need.FORGIVEN, new AddressReading(ContactPoint.Kind.EMAIL)),
    PHONE("text", Need.FORGIVEN, new AddressReading(ContactPoint.Kind.PHONE)),
    MOBILE("text", Need.FORGIVEN, new AddressReading(ContactPoint.Kind.MOBILE)),
    STREET("text", Need.OPTIONAL, Texts.upTo(140)),
    POSTCODE("text", Need.OPTIONAL, Texts.upTo(20)),
    CITY("text", Need.OPTIONAL, Texts.upTo(100)),
    COUNTRY("text", Need.OPTIONAL, Places::country),
    STATE("text", Need.FORGIVEN, Places::state),
    INVOICE_ID("text", Need.REQUIRED, Texts.upTo(100)),
    /** Which part of its invoice it is, from 1; empty: seen by its due date. */
    INSTALMENT("int", Need.OPTIONAL, new InstalmentReading()),
    INVOICE_DATE("date", Need.REQUIRED, Dates::canonical),
    DUE_DATE("date", Need.REQUIRED, Dates::canonical),
    AMOUNT("numeric", Need.REQUIRED, AmountReading.OWED),
    CURRENCY("char(3)", Need.REQUIRED, Currencies::canonical),
    SUBJECT("text", Need.OPTIONAL, Texts.upTo(200)),
    PAID("numeric", Need.OPTIONAL, AmountReading.OTHER),
    /** What is left of the invoice; staged only where nothing is said of its full amount. */
    OPEN_AMOUNT("numeric", Need.OPTIONAL, AmountReading.OWED),
    CLAIM_KIND("text", Need.OPTIONAL, Choices::claimKind),
    CONTRACT_ID("text", Need.OPTIONAL, Texts.upTo(100)),
    CONTRACT_DATE("date", Need.OPTIONAL, Dates::canonical),
    DUE_DATE_SOURCE("text", Need.OPTIONAL, Choices::dueDateSource),
    DEFAULT_NOTICE("boolean", Need.OPTIONAL, Choices::trueOrFalse),
    BIRTH_DATE("date", Need.OPTIONAL, Dates::canonical),
    SALUTATION("text", Need.OPTIONAL, Texts.upTo(60)),
    CONTACT_NAME("text", Need.OPTIONAL, Texts.upTo(140)),
    CONTACT_EMAIL("text", Need.FORGIVEN, new AddressReading(ContactPoint.Kind.EMAIL)),
    MANDATE_ID("text", Need.OPTIONAL, Texts.upTo(35)),
    CUSTOMER_SINCE("date", Need.OPTIONAL, Dates::canonical),
    WHATSAPP_CONSENT("boolean", Need.FORGIVEN, Choices::trueOrFalse),
    /** Of a credit note, which has a negative amount: the invoice that it takes back, all or in part. */
    CREDITS_INVOICE("text", Need.OPTIONAL, Texts.upTo(100)),
    /** Staged as the step that the item stands at, also where only a number of reminders was given. */
    DUNNING_STEP("text", Need.OPTIONAL, RunningWords::step),
    LAST_REMINDER_ON("date", Need.OPTIONAL, Dates::canonical),
    REMINDERS_SENT("int", Need.OPTIONAL, RunningWords::count),
    FEES_CLAIMED("numeric", Need.OPTIONAL, AmountReading.OTHER),
    PROMISE_DATE("date", Need.OPTIONAL, Dates::canonical),
    BLOCK_REASON("text", Need.OPTIONAL, RunningWords::blockReason),
    BLOCKED_UNTIL("date", Need.OPTIONAL, Dates::canonical);

    /** What becomes of a row whose field is missing or can't be read. */
    enum Need {
        /** Must be there, or the row is refused. */
        REQUIRED,
        /** May be missing; unreadable, the row is refused. */
        OPTIONAL,
        /** May be missing; unreadable, it is left out with a warning. */
        FORGIVEN
    }

    static final Set<Column> REQUIRED = EnumSet.copyOf(
            Arrays.stream(values()).filter(c -> c.need == Need.REQUIRED).toList());

    private static final Map<String, Column> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Column::header, Function.identity()));

    private final String sqlType;
    private final Need need;

    @SuppressWarnings("ImmutableEnumChecker") // readings are functions without state
    private final Reading reading;

    Column(String sqlType, Need need, Reading reading) {
        this.sqlType = sqlType;
        this.need = need;
        this.reading = reading;
    }

    /** The name in the file's header, in small letters; also the name in the staging table. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Column named(String header) {
        return BY_NAME.get(header.strip().toLowerCase(Locale.ROOT));
    }

    String sqlType() {
        return sqlType;
    }

    Need need() {
        return need;
    }

    Reading reading() {
        return reading;
    }

    /** Whether a leading plus or minus is part of a number here, not of a formula. */
    boolean holdsAmount() {
        return sqlType.equals("numeric") || this == REMINDERS_SENT;
    }
}
