package dev.kulanz.contact;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Prints a page of ours to PDF/A-2u, with its fonts inside, so that it looks the same in ten years. */
@Component
public class Print {

    static {
        XRLog.setLoggingEnabled(false); // a line for every style sheet of every letter helps nobody
    }

    private static final int REGULAR = 400;
    private static final int SEMIBOLD = 600;

    private final byte[] regular = font("OpenSans-Regular.ttf");
    private final byte[] semibold = font("OpenSans-Semibold.ttf");
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /**
     * Takes half a second and more: never under a lock.
     *
     * @param xhtml well-formed, with everything that it shows inside; its font is "Open Sans" in 400 and 600
     */
    public byte[] pdf(String xhtml) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder printer = new PdfRendererBuilder()
                .useFont(() -> new ByteArrayInputStream(regular), "Open Sans", REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(semibold), "Open Sans", SEMIBOLD, FontStyle.NORMAL, true)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U)
                .useColorProfile(colours)
                .useUriResolver((base, address) -> inside(address))
                .withProducer("Kulanz")
                .withHtmlContent(xhtml, null)
                .toStream(pdf);
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

    private static byte[] font(String file) {
        try (InputStream font = new ClassPathResource("fonts/" + file).getInputStream()) {
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
