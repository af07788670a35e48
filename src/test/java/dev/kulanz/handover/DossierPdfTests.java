package dev.kulanz.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.contact.Print;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierPdfTests {

    private static final LocalDate DUE = LocalDate.parse("2026-08-01");

    static Dossier dossier() {
        return dossier(false);
    }

    private static Dossier dossier(boolean ofARest) {
        BigDecimal amount = new BigDecimal("100.00");
        return new Dossier(
                Dossier.SCHEMA,
                "K-2026-000123-1",
                "K-2026-000123",
                1,
                Instant.parse("2026-11-02T09:00:00Z"),
                "PRE_COURT",
                "clerk",
                "owner",
                new Dossier.Client(
                        "lindenhof",
                        "Lindenhof Versand GmbH",
                        "Lindenallee 1",
                        "04177",
                        "Leipzig",
                        "DE",
                        "service@lindenhof.example",
                        null,
                        "Sitz: Leipzig, HRB 00003",
                        "DE75512108001245126199",
                        null),
                new Dossier.Debtor(
                        "D-1",
                        "CONSUMER",
                        "Łucja Großmann <& Söhne>",
                        null,
                        null,
                        LocalDate.parse("1980-05-04"),
                        "de",
                        "Am Bach 5",
                        "50667",
                        "Köln",
                        "DE",
                        "CLIENT_RECORDS",
                        List.of("lucja@example.com")),
                "EUR",
                new Dossier.Totals(amount, new BigDecimal("40.00"), BigDecimal.ZERO, new BigDecimal("60.00")),
                false,
                List.of(new Dossier.PrincipalClaim(
                        "R-1",
                        2,
                        DUE.minusDays(14),
                        "GOODS",
                        "V-7",
                        DUE.minusDays(60),
                        "Schreibtisch aus Eiche",
                        DUE,
                        "CONTRACT",
                        DUE.plusDays(1),
                        "CONTRACT_DATE",
                        amount,
                        new BigDecimal("40.00"),
                        new BigDecimal("60.00"),
                        ofARest,
                        new Dossier.Interest(new BigDecimal("60.00"), DUE.plusDays(1), 5, "§ 288 (1) BGB"))),
                List.of(
                        new Dossier.Reminder(
                                DUE.plusDays(28),
                                "dunning-notice",
                                "LETTER",
                                "Łucja Großmann, Am Bach 5, 50667 Köln",
                                DUE.plusDays(40),
                                amount,
                                "LETTER_SENT",
                                List.of("R-1"),
                                List.of(new Dossier.Item("R-1", 2, DUE))),
                        new Dossier.Reminder(
                                DUE.plusDays(42),
                                "final-notice",
                                "EMAIL",
                                "lucja@example.com",
                                DUE.plusDays(58),
                                new BigDecimal("60.00"),
                                "RECEIPT_PROVED",
                                List.of("R-1"),
                                List.of(new Dossier.Item("R-1", 2, DUE)))),
                List.of(new Dossier.Payment(
                        DUE.plusDays(30),
                        "R-1",
                        new Dossier.Item("R-1", null, DUE),
                        new BigDecimal("40.00"),
                        "PAYMENT")));
    }

    @Test
    void saysOnPaperWhatTheAgencyNeeds() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new DossierPdf(new Print()).of(dossier()))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("K-2026-000123-1", "Lindenhof Versand GmbH", "Łucja Großmann <& Söhne>", "Schreibtisch")
                    .contains("R-1, 2. Rate, fällig am", "R-1, fällig am")
                    .contains("02.08.2026", "Kalendertag im Vertrag", "Zugang nachgewiesen", "5 Prozentpunkte");
        }
    }

    @Test
    void saysOfARestThatTheClientNamedIt() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new DossierPdf(new Print()).of(dossier(true)))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Rest nach Angabe des Auftraggebers");
        }
        try (PDDocument pdf = Loader.loadPDF(new DossierPdf(new Print()).of(dossier(false)))) {
            assertThat(new PDFTextStripper().getText(pdf)).doesNotContain("Rest nach Angabe");
        }
    }

    @Test
    void embedsItsFonts() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new DossierPdf(new Print()).of(dossier()))) {
            var resources = pdf.getPage(0).getResources();
            assertThat(resources.getFontNames()).isNotEmpty();
            for (COSName name : StreamSupport.stream(resources.getFontNames().spliterator(), false)
                    .toList()) {
                assertThat(resources.getFont(name).isEmbedded())
                        .as(name.getName())
                        .isTrue();
            }
        }
    }

    /** The agency reads what was paid and what is open, whatever stands beside it. */
    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void breaksLongWordsRatherThanLeaveAmountsOut(int length) throws IOException {
        Dossier wide = withWord("Donaudampfschifffahrtsgesellschaft".repeat(6).substring(0, length));
        try (PDDocument pdf = Loader.loadPDF(new DossierPdf(new Print()).of(wide))) {
            String claims = new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", "");
            assertThat(claims).contains("12.345,67€", "40,00€", "60,00€");
            for (float end : rightEdges(pdf)) {
                assertThat(end).isLessThan(pdf.getPage(0).getMediaBox().getWidth());
            }
        }
    }

    private static Dossier withWord(String word) {
        Dossier d = dossier();
        Dossier.PrincipalClaim c = d.claims().get(0);
        return new Dossier(
                d.schema(),
                d.reference(),
                d.caseNumber(),
                d.round(),
                d.handedOverAt(),
                d.stage(),
                d.releasedBy(),
                d.confirmedBy(),
                d.client(),
                d.debtor(),
                d.currency(),
                d.totals(),
                d.disputed(),
                List.of(new Dossier.PrincipalClaim(
                        word,
                        c.instalment(),
                        c.invoiceDate(),
                        c.kind(),
                        word,
                        c.contractDate(),
                        word,
                        c.dueDate(),
                        c.dueDateSource(),
                        c.defaultSince(),
                        c.defaultGround(),
                        new BigDecimal("12345.67"),
                        c.paid(),
                        c.outstanding(),
                        c.principalIsRest(),
                        c.interest())),
                d.reminders(),
                List.of(new Dossier.Payment(
                        DUE.plusDays(30),
                        word,
                        new Dossier.Item(word, null, DUE),
                        new BigDecimal("40.00"),
                        "PAYMENT")));
    }

    private static List<Float> rightEdges(PDDocument pdf) throws IOException {
        List<Float> edges = new ArrayList<>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                edges.add(text.getXDirAdj() + text.getWidthDirAdj());
            }
        }.getText(pdf);
        return edges;
    }
}
