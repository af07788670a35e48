package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactVocabulary;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** What a process owner sees of his models: whose version is in force, what he changed, and what a rule may ask. */
@KulanzTest
class ModelsPageTests {

    private static final String FILE = "promise-follow-up.bpmn";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private FactVocabulary facts;

    @Autowired
    private MessageSource messages;

    private List<String> before = List.of();
    private Browser owner;

    @BeforeEach
    void comeToWork() {
        before = deployments();
        owner = Browser.loggedIn(port, "owner");
    }

    @AfterEach
    void takeBack() {
        List<String> mine = new ArrayList<>(deployments());
        mine.removeAll(before);
        mine.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void listsWhatIsInForce() {
        assertThat(owner.page("/models").body())
                .contains("dunning-journey.bpmn", "contact-choice.dmn", "release-handover.form", "as shipped")
                .doesNotContain("your own", "??");
        assertThat(owner.page("/models/" + FILE).body()).doesNotContain("What is not as shipped");
    }

    @Test
    void tellsWhatTheOwnerChanged() throws IOException {
        String own = deployOwn();
        assertThat(owner.page("/models").body()).contains("your own");
        String page = owner.page("/models/" + FILE).body();
        assertThat(page)
                .contains("What is not as shipped", "changed", "Tell him &lt;kindly&gt;")
                .doesNotContain("??");
        assertThat(owner.get("/models/" + FILE + "/in-force").body()).isEqualTo(own);
        HttpResponse<String> shipped = owner.get("/models/" + FILE + "/shipped");
        assertThat(shipped.body()).isEqualTo(shipped());
        assertThat(shipped.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "shipped-" + FILE);
        assertThat(owner.get("/models/" + FILE + "/diagrams").body())
                .contains("\"name\":\"In force\"", "\"name\":\"As shipped\"", "\"changed\":[\"");
    }

    @Test
    void knowsNoFileBesideThem() {
        for (String file : new String[] {"application.yaml", "..%2f..%2fapplication.yaml", "no.bpmn", "x"}) {
            for (String what : new String[] {"", "/in-force", "/shipped", "/diagrams"}) {
                assertThat(owner.page("/models/" + file + what).statusCode())
                        .as(file + what)
                        .isIn(400, 404);
            }
        }
    }

    @Test
    void tellsWhatARuleMayAsk() {
        String english = owner.page("/models").body();
        String german = owner.get("/models", "Accept-Language", "de").body();
        for (Fact fact : facts.all()) {
            assertThat(english).contains("id=\"fact-" + fact.name() + "\"");
            assertThat(messages.getMessage("desk.fact." + fact.name(), null, "", Locale.GERMAN))
                    .as(fact.name() + ": " + fact.meaning())
                    .isNotBlank();
            if (!fact.unit().isEmpty() && fact.words().isEmpty()) {
                assertThat(messages.getMessage("desk.unit." + Words.slug(fact.unit()), null, "", Locale.GERMAN))
                        .as(fact.name() + ": " + fact.unit())
                        .isNotBlank();
            }
        }
        assertThat(english).contains("Days since the oldest", "&quot;BUSINESS&quot;, &quot;CONSUMER&quot;", "number");
        assertThat(german).contains("Tage, seit", "Zahl").doesNotContain("Days since the oldest", "??");
    }

    private String deployOwn() throws IOException {
        String own = shipped()
                .replaceFirst(
                        "(<bpmn:serviceTask id=\"[^\"]*\") name=\"[^\"]*\"", "$1 name=\"Tell him &#60;kindly&#62;\"");
        assertThat(own).isNotEqualTo(shipped());
        assertThat(Browser.withPassword(port, "owner", "owner")
                        .deploy(FILE, own)
                        .statusCode())
                .isEqualTo(200);
        return own;
    }

    private static String shipped() throws IOException {
        return Files.readString(Path.of("processes", FILE));
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }
}
