package dev.kulanz.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kulanz.journal.JournalEntry;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a journal entry is told as. */
class CloudEventTests {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void namesCreditorAndCase() {
        JsonNode event = told("shop", "K-2026-000001");
        assertThat(event.path("source").asText()).isEqualTo("/kulanz/shop");
        assertThat(event.path("subject").asText()).isEqualTo("K-2026-000001");
    }

    @Test
    void namesNoneWhereThereIsNone() {
        JsonNode event = told(null, null);
        assertThat(event.path("source").asText()).isEqualTo("/kulanz");
        assertThat(event.has("subject")).isFalse();
    }

    private JsonNode told(@Nullable String creditor, @Nullable String caseNumber) {
        return json.valueToTree(EventController.CloudEvent.of(new JournalEntry(
                "1", Instant.parse("2026-11-02T07:00:00Z"), "UserCreated", "admin", creditor, caseNumber, Map.of())));
    }
}
