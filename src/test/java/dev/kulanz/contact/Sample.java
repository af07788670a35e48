package dev.kulanz.contact;

import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A message to be written: two invoices of a consumer in Germany, until something else is said. */
record Sample(
        Step step,
        Channel channel,
        String tone,
        String style,
        String language,
        Debtor debtor,
        Division division,
        Occasion about,
        boolean deductsInputTax) {

    static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    static final LocalDate PAY_BY = LocalDate.parse("2026-12-04");
    static final LocalDate DEFAULT_SINCE = LocalDate.parse("2026-11-06");
    static final String REFERENCE = "RF18539007547034";

    static Sample of(Step step, Channel channel, String tone, String style, String language) {
        return new Sample(
                step,
                channel,
                tone,
                style,
                language,
                debtor(Debtor.Type.CONSUMER, "Łukasz Yağmur-Müßig", "DE"),
                Division.undivided(List.of(
                        item("R-2026-118", "149.90", "149.90", "Wanderschuhe, Größe 43"),
                        item("R-2026-131", "80.00", "59.95", null))),
                Occasion.NONE,
                true);
    }

    static Sample letter(Step step, String tone) {
        return of(step, Channel.LETTER, tone, "standard", "de");
    }

    Sample to(Debtor.Type type, String name, String country) {
        return new Sample(
                step, channel, tone, style, language, debtor(type, name, country), division, about, deductsInputTax);
    }

    Sample about(Occasion occasion) {
        return new Sample(step, channel, tone, style, language, debtor, division, occasion, deductsInputTax);
    }

    Sample withItems(int count) {
        List<ItemBalance> many = IntStream.rangeClosed(1, count)
                .mapToObj(number -> item("R-2026-%03d".formatted(number), "20.00", "20.00", "Lieferung " + number))
                .toList();
        return new Sample(
                step, channel, tone, style, language, debtor, Division.undivided(many), about, deductsInputTax);
    }

    /** Its items stand at these levels; nothing but what is due is known of the others. */
    Sample divided(Division as) {
        return new Sample(step, channel, tone, style, language, debtor, as, about, deductsInputTax);
    }

    /** The creditor can't deduct value added tax, as a lender can't. */
    Sample ofALender() {
        return new Sample(step, channel, tone, style, language, debtor, division, about, false);
    }

    MessageContent content() {
        boolean demand = step.purpose() == Purpose.DEMAND;
        return new MessageContent(
                contact(),
                creditor(),
                debtor,
                demand ? division : Division.undivided(about.items()),
                "EUR",
                demand || isDatedReturn() ? PAY_BY : null,
                demand ? DEFAULT_SINCE : null,
                REFERENCE,
                about,
                TODAY,
                null,
                Set.of());
    }

    /** Of a payment that came back, something is due: a day is given for it. */
    private boolean isDatedReturn() {
        return step == Step.PAYMENT_RETURNED
                && (about.opened().isEmpty() || !about.items().isEmpty());
    }

    Texts.Written written() {
        Texts texts = new Texts();
        return channel == Channel.LETTER
                ? texts.writeLetter(
                        content(),
                        step.purpose() == Purpose.DEMAND ? "https://pay.example/pay/AZ0lq9fYd0CkYw3m5n2u" : null)
                : texts.write(content());
    }

    static ItemBalance item(String invoice, String original, String open, @Nullable String subject) {
        return new ItemBalance(
                UUID.randomUUID(),
                UUID.randomUUID(),
                invoice,
                LocalDate.parse("2026-10-13"),
                LocalDate.parse("2026-10-27"),
                subject,
                new BigDecimal(original),
                new BigDecimal(open),
                BigDecimal.ZERO,
                null,
                1);
    }

    private static Debtor debtor(Debtor.Type type, String name, String country) {
        return new Debtor(
                UUID.randomUUID(),
                "lindenhof",
                "10472",
                type,
                name,
                null,
                null,
                "de",
                "Ahornstraße 17",
                "04109",
                "Leipzig",
                country,
                null,
                null);
    }

    private Contact contact() {
        return new Contact(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "K-2026-000123",
                "lindenhof",
                1,
                "",
                step.id(),
                step.purpose(),
                channel,
                1,
                tone,
                style,
                language,
                Contact.Status.PLANNED,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                0,
                null,
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private Creditor creditor() {
        return new Creditor(
                "lindenhof",
                "Lindenhof Versand GmbH",
                "Lindenweg 12",
                "10115",
                "Berlin",
                "DE",
                "service@lindenhof.example",
                "030 5550142",
                "lindenhof.example",
                "Sitz Berlin, Amtsgericht Charlottenburg HRB 12345, Geschäftsführerin Miriam Linden",
                "https://lindenhof.example/datenschutz",
                deductsInputTax,
                "de",
                3,
                List.of("EMAIL", "LETTER"),
                List.of(new Creditor.Account("DE75512108001245126199", null)),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
