package dev.kulanz.desk;

import dev.kulanz.decisions.FactVocabulary;
import dev.kulanz.journey.ModelVersions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * For process owners: the diagrams, tables and forms in force, in what their own versions differ from the shipped ones, and
 * what a rule may ask.
 */
@Controller
@RequestMapping("/models")
class ModelsPage {

    /** More than this nobody reads; the files can be compared with other programs. */
    private static final int SHOWN = 200;

    private final ModelVersions versions;
    private final FactVocabulary facts;

    private final MessageSource messages;

    ModelsPage(ModelVersions versions, FactVocabulary facts, MessageSource messages) {
        this.versions = versions;
        this.facts = facts;
        this.messages = messages;
    }

    /** A diagram with the elements that are not as they were shipped. */
    record Compared(String name, String xml, List<String> changed) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute("models", versions.inForce());
        model.addAttribute("facts", facts.all());
        return "desk/models";
    }

    @GetMapping("/{file}")
    String one(@PathVariable String file, Model model) {
        ModelVersions.Entry entry = versions.get(file);
        List<ModelVersions.Part> parts = difference(entry);
        model.addAttribute("one", entry);
        model.addAttribute("parts", parts.stream().limit(SHOWN).toList());
        model.addAttribute("moreParts", Math.max(0, parts.size() - SHOWN));
        return "desk/model";
    }

    @GetMapping("/{file}/diagrams")
    @ResponseBody
    List<Compared> diagrams(@PathVariable String file, Locale locale) {
        Words words = new Words(messages, locale);
        ModelVersions.Entry entry = versions.get(file);
        List<String> changed =
                difference(entry).stream().map(ModelVersions.Part::id).toList();
        Compared inForce = new Compared(words.say("desk.models.in-force"), text(versions.fileInForce(file)), changed);
        return entry.whose() == ModelVersions.Whose.OWN
                ? List.of(
                        inForce,
                        new Compared(words.say("desk.models.shipped"), text(versions.shippedFile(file)), changed))
                : List.of(inForce);
    }

    @GetMapping("/{file}/in-force")
    ResponseEntity<byte[]> inForce(@PathVariable String file) {
        return download(file, versions.fileInForce(file));
    }

    @GetMapping("/{file}/shipped")
    ResponseEntity<byte[]> shipped(@PathVariable String file) {
        return download("shipped-" + file, versions.shippedFile(file));
    }

    private List<ModelVersions.Part> difference(ModelVersions.Entry entry) {
        return entry.whose() == ModelVersions.Whose.OWN ? versions.difference(entry.file()) : List.of();
    }

    private static ResponseEntity<byte[]> download(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
