package dev.kulanz.contact;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.kulanz.contact.print.Direction;
import dev.kulanz.contact.print.Face;
import dev.kulanz.contact.print.PrintedPage;
import dev.kulanz.contact.print.PrintedText;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints a page of ours to PDF/A-2u, with its fonts inside, so that it looks the same in ten years. */
@Component
public class Print {

    static {
        XRLog.setLoggingEnabled(false); // a line for every style sheet of every letter helps nobody
    }

    private final Map<Face, byte[]> fonts =
            Arrays.stream(Face.values()).collect(Collectors.toMap(Function.identity(), Face::bytes));

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /**
     * Takes half a second and more: never under a lock. What our fonts can't show stands there as its code points.
     *
     * @param xhtml well-formed, with everything that it shows inside; its fonts are "Open Sans" and "DejaVu Sans" in 400
     *     and 600
     */
    public byte[] pdf(String xhtml) {
        String page = PrintedPage.of(xhtml).xhtml();
        boolean isOfFirstChoice = PrintedText.isOfFirstChoice(page);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder printer = new PdfRendererBuilder()
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U)
                .useColorProfile(colours)
                .useUriResolver((base, address) -> inside(address))
                .withProducer("Kulanz")
                .withHtmlContent(page, null)
                .toStream(pdf);
        fonts.forEach((face, bytes) -> {
            if (!face.isFallback() || !isOfFirstChoice) {
                printer.useFont(
                        () -> new ByteArrayInputStream(bytes), face.family(), face.weight(), FontStyle.NORMAL, true);
            }
        });
        if (Direction.isTurned(page)) {
            printer.useUnicodeBidiSplitter(new Direction()).useUnicodeBidiReorderer(new Direction.Turning());
        }
        try {
            printer.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /** What a page shows it brings along: no file of this machine and no other machine is asked, whoever wrote the address. */
    private static @Nullable String inside(String address) {
        return address.startsWith("data:") ? address : null;
    }
}
