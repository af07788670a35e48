package dev.kulanz.handover;

import dev.kulanz.contact.Print;
import dev.kulanz.shared.LocalFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The dossier for people: A4, in German, as German agencies work with it. */
@Component
class DossierPdf {

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final Print print;

    DossierPdf(Print print) {
        this.print = print;
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
        return print.pdf(templates.process("dossier", context));
    }
}
