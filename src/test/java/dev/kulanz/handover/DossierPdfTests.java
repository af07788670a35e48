package dev.kulanz.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.contact.Print;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DossierPdfTests {

    private static final LocalDate DUE = LocalDate.parse("2026-08-01");

    static Dossier dossier() {
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
}
