package dev.kulanz.demo;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.PromiseMade;
import dev.kulanz.agreements.PromiseTerms;
import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.ContactConcluded;
import dev.kulanz.contact.Purpose;
import dev.kulanz.demo.SampleDebtors.Who;
import dev.kulanz.demo.Temper.Deed;
import dev.kulanz.demo.Temper.Past;
import dev.kulanz.demo.Temper.Word;
import dev.kulanz.payments.PaymentOrder;
import dev.kulanz.payments.Payments;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.CurrencyDecimals;
import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The debtors of the sample portfolio go on living: who gets a message makes up his mind, by his {@link Temper}, whether and when he
 * pays, promises or objects; who has promised, whether he keeps it. What he does comes in by the doors through which everybody's
 * comes, and is kept with what it follows: a jump through time or a crash neither loses nor doubles it.
 */
@Component
@Profile("demo")
class DebtorLife {

    private static final Logger LOG = LoggerFactory.getLogger(DebtorLife.class);
    private static final int LETTER_DAYS = 3;

    private final Tempers tempers;
    private final Intents intents;
    private final Cases cases;
    private final Debtors debtors;
    private final Promises promises;
    private final Blocks blocks;
    private final Payments payments;
    private final BusinessClock clock;
    private final TransactionTemplate alone;

    DebtorLife(
            Tempers tempers,
            Intents intents,
            Cases cases,
            Debtors debtors,
            Promises promises,
            Blocks blocks,
            Payments payments,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.tempers = tempers;
        this.intents = intents;
        this.cases = cases;
        this.debtors = debtors;
        this.promises = promises;
        this.blocks = blocks;
        this.payments = payments;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** He reads what he was sent. What is said on the phone is said there ({@link CallManners}). */
    @EventListener
    void on(ContactConcluded event) {
        Contact contact = event.contact();
        if (event.outcome() != ContactConcluded.Outcome.SENT
                || contact.purpose() != Purpose.DEMAND
                || contact.channel() == Channel.VOICE) {
            return;
        }
        DunningCase of = cases.get(contact.caseNumber());
        temperOf(of)
                .flatMap(temper -> temper.answer(past(of), Lot.of("answer", of.number(), of.round(), contact.step())))
                .ifPresent(deed -> intents.consider(new Intent(of.number(), dayOfAnswer(contact), deed, null)));
    }

    /** He will keep it, or not; what else he had in mind is over. */
    @EventListener
    void on(PromiseMade event) {
        Promise promise = event.promise();
        DunningCase of = cases.get(promise.caseNumber());
        temperOf(of).ifPresent(temper -> {
            intents.drop(of.number());
            Word word = temper.keeps(Lot.of("word", of.number(), of.round(), promise.promisedOn()));
            if (word != Word.BROKEN) {
                BigDecimal paid = word == Word.KEPT ? promise.amount() : half(promise.amount(), of);
                intents.consider(new Intent(of.number(), promise.promisedOn(), Deed.PAY, paid));
            }
        });
    }

    private LocalDate dayOfAnswer(Contact contact) {
        int days = 1 + Lot.of("days", contact.caseNumber(), contact.step()).below(6);
        return clock.today().plusDays(contact.channel() == Channel.LETTER ? days + LETTER_DAYS : days);
    }

    private Optional<Temper> temperOf(DunningCase of) {
        return tempers.of(new Who(of.creditorId(), debtors.get(of.debtorId()).externalId()));
    }

    private Past past(DunningCase of) {
        return new Past(
                blocks.wasPlacedSince(of, BlockReason.DISPUTE, of.openedAt()),
                promises.lastBroken(of.id()).isPresent());
    }

    /** All that they do up to this day; each thing for itself. */
    void live(LocalDate today) {
        intents.due(today).forEach(caseNumber -> {
            try {
                alone.executeWithoutResult(
                        status -> intents.take(caseNumber, today).ifPresent(this::act));
            } catch (Refusal e) {
                // he wanted what does not go any more: the case is at the agency, say
                alone.executeWithoutResult(status -> intents.drop(caseNumber));
                LOG.debug("A debtor of the sample could not do what he wanted", e);
            }
        });
    }

    private void act(Intent intent) {
        DunningCase of = cases.lock(intent.caseNumber());
        BigDecimal open = cases.openAmount(of);
        if (!of.isOpen() || open.signum() <= 0) {
            return;
        }
        switch (intent.deed()) {
            case PAY -> pay(of, intent.amount() == null ? open : intent.amount().min(open));
            case PAY_PART -> pay(of, half(open, of));
            case PROMISE -> promise(of, open);
            case DISPUTE -> dispute(of);
        }
    }

    private void pay(DunningCase of, BigDecimal amount) {
        LocalDate today = clock.today();
        payments.book(
                new PaymentOrder(
                        "demo-" + of.number() + "-" + today,
                        of.creditorId(),
                        debtors.get(of.debtorId()).externalId(),
                        null,
                        amount,
                        of.currency(),
                        today,
                        null),
                CreditorScope.ALL);
    }

    /** Who has an open promise, or has made as many as he may, makes none. */
    private void promise(DunningCase of, BigDecimal open) {
        PromiseTerms terms = promises.terms(of);
        LocalDate wanted = clock.today()
                .plusDays(3 + Lot.of("until", of.number(), clock.today()).below(10));
        LocalDate day = wanted.isAfter(terms.latest()) ? terms.latest() : wanted;
        if (promises.open(of.id()).isEmpty() && terms.objections(open, day).isEmpty()) {
            promises.make(of.number(), open, day, Promise.Source.API);
        }
    }

    /** It is looked into for some weeks; then he is asked again, friendly words first. */
    private void dispute(DunningCase of) {
        if (!blocks.isBlocked(of)) {
            LocalDate until = clock.today()
                    .plusDays(10 + Lot.of("looked into", of.number()).below(11));
            blocks.place(
                    of.number(),
                    new Blocks.Wanted(
                            BlockReason.DISPUTE, null, until, "DEMO", "Der Betrag stimmt nicht, schreibt er."));
        }
    }

    private static BigDecimal half(BigDecimal amount, DunningCase of) {
        int decimals = Math.min(2, CurrencyDecimals.of(of.currency()).orElse(2));
        return amount.divide(BigDecimal.valueOf(2), decimals, RoundingMode.UP);
    }
}
