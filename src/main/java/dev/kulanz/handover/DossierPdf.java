package dev.kulanz.handover;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.kulanz.shared.LocalFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The dossier for people: A4, in German, as German agencies work with it. Fonts are embedded. */
@Component
public class DossierPdf {

    private static final Map<String, Integer> FONTS = Map.of("DejaVuSans.ttf", 400, "DejaVuSans-Bold.ttf", 700);

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    DossierPdf() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/handover/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(files);
    }

    byte[] of(Dossier dossier) {
        Context context = new Context(Locale.GERMANY);
        context.setVariable("d", dossier);
        context.setVariable("show", new LocalFormat(Locale.GERMANY));
        context.setVariable("words", DossierWords.GERMAN);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        FONTS.forEach((file, weight) ->
                builder.useFont(() -> font(file), "DejaVu Sans", weight, PdfRendererBuilder.FontStyle.NORMAL, true));
        builder.withHtmlContent(templates.process("dossier", context), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(DossierPdf.class.getResourceAsStream("/fonts/" + file), file);
    }
}
