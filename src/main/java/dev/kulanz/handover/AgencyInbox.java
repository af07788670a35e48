package dev.kulanz.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.StrictJson;
import dev.kulanz.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Answers that the agency puts into {@code KULANZ_HOME/handover/in/} as {@code *.json}, whole (written elsewhere, then
 * renamed). Each goes to {@code done/}, or to {@code refused/} with the reason beside it.
 */
@Component
public class AgencyInbox {

    private static final int LARGEST = 100_000;

    private final Path inbox;
    private final Answers answers;
    private final ObjectMapper json;

    AgencyInbox(AgencyFolder folder, Answers answers, ObjectMapper json) {
        this.inbox = folder.inbox();
        this.answers = answers;
        this.json = StrictJson.like(json);
    }

    /** Files that wait, in the order of their names. */
    public List<Path> due() {
        if (!Files.isDirectory(inbox)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(inbox, "*.json")) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(files);
        return files;
    }

    /** Reads one file; a repeated answer is done, too. */
    public void take(Path file) {
        try {
            answers.receive(read(file), CreditorScope.ALL);
            move(file, "done");
        } catch (NoSuchFileException e) {
            // another node took it
        } catch (JsonProcessingException e) {
            refuse(file, "The file can't be read: it is not a JSON object with answerId, caseNumber and answer.");
        } catch (Refusal e) {
            refuse(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AgencyAnswer read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw Refusal.malformed("The file is larger than " + LARGEST + " bytes.");
        }
        AgencyAnswer answer = json.readValue(Files.readAllBytes(file), AgencyAnswer.class);
        if (answer == null) {
            throw Refusal.malformed("The file says null.");
        }
        return answer;
    }

    private void refuse(Path file, String why) {
        try {
            Path refused = Files.createDirectories(inbox.resolve("refused"));
            Files.writeString(refused.resolve(file.getFileName() + ".reason.txt"), why + "\n");
            move(file, "refused");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void move(Path file, String where) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve(where));
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
