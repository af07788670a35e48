package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.sun.net.httpserver.HttpServer;
import dev.kulanz.receivables.Debtor;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;

/** The printed page, measured as DIN 5008 form B measures it. */
class LetterTests {

    private static final double POINTS_PER_MM = 72 / 25.4;

    private final Print print = new Print();

    private PDDocument printed(Sample sample) throws IOException {
        return Loader.loadPDF(print.pdf(sample.written().html()));
    }

    private static String within(PDPage page, double left, double top, double width, double height) throws IOException {
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.addRegion(
                "area",
                new Rectangle2D.Double(
                        left * POINTS_PER_MM, top * POINTS_PER_MM, width * POINTS_PER_MM, height * POINTS_PER_MM));
        stripper.extractRegions(page);
        return stripper.getTextForRegion("area");
    }

    @Test
    void showsTheAddressAndNothingElseInTheWindow() throws IOException {
        try (PDDocument letter = printed(Sample.letter(Step.FINAL_NOTICE, "final"))) {
            String window = within(letter.getPage(0), 20, 45, 85, 45);
            assertThat(window.lines().map(String::strip))
                    .containsExactly(
                            "Lindenhof Versand GmbH · Lindenweg 12 · 10115 Berlin",
                            "Łukasz Yağmur-Müßig",
                            "Ahornstraße 17",
                            "04109 Leipzig");
            assertThat(within(letter.getPage(0), 20, 62.7, 85, 27.3)).startsWith("Łukasz Yağmur-Müßig");
        }
    }

    @Test
    void asksNoOtherMachineForWhatAPageShows() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        other.start();
        try {
            String address = "http://localhost:" + other.getAddress().getPort();
            print.pdf("""
                    <html><head><style>body { font-family: 'Open Sans' } p { background: url(%1$s/a.png) }</style>
                    <link rel="stylesheet" href="%1$s/b.css" /></head>
                    <body><p>Letter</p><img src="%1$s/c.png" alt="" /></body></html>""".formatted(address));
        } finally {
            other.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void keepsALongForeignAddressInTheWindow() throws IOException {
        String name = "Gesellschaft für Landschaftspflege und Gartenbau Oberlausitz mbH & Co. KG";
        try (PDDocument letter =
                printed(Sample.letter(Step.DUNNING_NOTICE, "firm").to(Debtor.Type.BUSINESS, name, "PL"))) {
            String window = within(letter.getPage(0), 20, 62.7, 85, 27.3).replaceAll("\\s+", " ");
            assertThat(window)
                    .startsWith("Gesellschaft für")
                    .contains("mbH & Co. KG")
                    .endsWith("04109 Leipzig POLEN ");
        }
    }

    @Test
    void beginsItsTextBelowTheAddressField() throws IOException {
        try (PDDocument letter = printed(Sample.letter(Step.DUNNING_NOTICE, "neutral"))) {
            assertThat(within(letter.getPage(0), 0, 90, 210, 8)).isBlank();
            assertThat(within(letter.getPage(0), 25, 98, 165, 10)).startsWith("Mahnung");
        }
    }

    @Test
    void isA4OnOnePageWithItsFontsInside() throws IOException {
        try (PDDocument letter = printed(Sample.letter(Step.DUNNING_NOTICE, "neutral"))) {
            assertThat(letter.getNumberOfPages()).isEqualTo(1);
            PDRectangle size = letter.getPage(0).getMediaBox();
            assertThat((double) size.getWidth()).isCloseTo(210 * POINTS_PER_MM, offset(0.5));
            assertThat((double) size.getHeight()).isCloseTo(297 * POINTS_PER_MM, offset(0.5));
            assertThat(fonts(letter.getPage(0))).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    private static List<PDFont> fonts(PDPage page) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (var name : page.getResources().getFontNames()) {
            fonts.add(page.getResources().getFont(name));
        }
        return fonts;
    }

    @Test
    void repeatsTheHeadOfALongListAndCountsItsPages() throws IOException {
        try (PDDocument letter =
                printed(Sample.letter(Step.DUNNING_NOTICE, "neutral").withItems(60))) {
            int pages = letter.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            PDFTextStripper stripper = new PDFTextStripper();
            assertThat(stripper.getText(letter)).contains("R-2026-001", "R-2026-060", "1.200,00");
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(letter).replaceAll(" +", " ");
                assertThat(text).contains("Seite " + page + " von " + pages);
                assertThat(text.contains("R-2026-0")).isEqualTo(text.contains("Fällig am"));
            }
        }
    }
}
