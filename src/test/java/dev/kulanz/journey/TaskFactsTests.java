package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Contacts;
import dev.kulanz.handover.Handovers;
import dev.kulanz.handover.ObstacleWords;
import dev.kulanz.handover.Readiness;
import dev.kulanz.handover.ReadinessCheck;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Facts that find no room are written shorter, and not looked up again. */
class TaskFactsTests {

    private static final DunningCase CASE = new DunningCase(
            UUID.randomUUID(),
            "K-2026-000001",
            "shop",
            UUID.randomUUID(),
            UUID.randomUUID(),
            "EUR",
            DunningCase.Status.OPEN,
            1,
            null,
            "reference",
            Instant.EPOCH,
            null,
            Instant.EPOCH,
            null,
            null);

    private final Cases cases = mock(Cases.class);
    private final Debtors debtors = mock(Debtors.class);
    private final Creditors creditors = mock(Creditors.class, RETURNS_DEEP_STUBS);
    private final CaseItems items = mock(CaseItems.class);
    private final Blocks blocks = mock(Blocks.class);
    private final ReadinessCheck readiness = mock(ReadinessCheck.class);
    private final ObstacleWords words = mock(ObstacleWords.class);
    private final Handovers handovers = mock(Handovers.class);
    private final Contacts contacts = mock(Contacts.class);
    private final TaskFacts facts = new TaskFacts(
            cases,
            debtors,
            creditors,
            items,
            blocks,
            new HandoverSheet(cases, readiness, words, handovers, contacts),
            mock(BusinessCalendar.class),
            mock(BusinessClock.class),
            "");

    @Test
    void areLookedUpOnceHoweverLongTheyAre() {
        ItemBalance item = new ItemBalance(
                UUID.randomUUID(),
                CASE.accountId(),
                "~".repeat(500),
                null,
                LocalDate.EPOCH,
                null,
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                null,
                1);
        Debtor debtor = mock(Debtor.class);
        when(debtor.name()).thenReturn("~".repeat(500));
        when(cases.get(CASE.number())).thenReturn(CASE);
        when(debtors.get(CASE.debtorId())).thenReturn(debtor);
        when(creditors.get("shop").name()).thenReturn("~".repeat(500));
        when(items.all(CASE.id())).thenReturn(Collections.nCopies(20, item));
        when(readiness.of(CASE)).thenReturn(new Readiness(List.of("no-address"), List.of(), List.of()));
        when(words.sentences(any())).thenReturn(Collections.nCopies(20, "~".repeat(500)));

        String shown = facts.markdown(CASE.number(), TaskForm.RELEASE_HANDOVER.formId());

        assertThat(shown).hasSizeLessThanOrEqualTo(Room.MOST_CHARACTERS).startsWith("### &#126;");
        verify(items, times(1)).all(CASE.id());
        verify(blocks, times(1)).active(CASE);
        verify(readiness, times(1)).of(CASE);
        verify(words, times(1)).sentences(any());
        verify(handovers, times(1)).ofCase(CASE);
        verify(contacts, times(1)).ofCase(CASE.id());
    }
}
