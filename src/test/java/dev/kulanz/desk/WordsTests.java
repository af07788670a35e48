package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.agreements.Objection;
import dev.kulanz.agreements.Promise;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Flow;
import dev.kulanz.cases.LadderStep;
import dev.kulanz.contact.CallOutcome;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Step;
import dev.kulanz.receivables.Essential;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class WordsTests {

    /** What modules and diagrams say in English already needs no English words. */
    private static final List<String> ENGLISH_ALREADY =
            List.of("desk.why.", "desk.next.", "desk.rule.", "desk.said.", "desk.fact.", "desk.unit.");

    private static final Pattern GAP = Pattern.compile("\\{\\d");

    @ParameterizedTest
    @ValueSource(strings = {"desk", "portal", "watch"})
    void areTheSameInBothLanguages(String module) throws IOException {
        assertThat(needed(keys(module + "_de"))).isEqualTo(needed(keys(module)));
    }

    /** A text without gaps is shown as it stands; in one with gaps a single apostrophe would swallow what follows. */
    @ParameterizedTest
    @ValueSource(strings = {"desk", "desk_de", "portal", "portal_de", "access", "access_de", "handover", "handover_de"})
    void haveApostrophesThatAreRead(String file) throws IOException {
        for (Map.Entry<Object, Object> one : texts(file).entrySet()) {
            String text = String.valueOf(one.getValue());
            if (GAP.matcher(text).find()) {
                assertThat(text.replace("''", "")).as("%s", one.getKey()).doesNotContain("'");
            } else {
                assertThat(text).as("%s", one.getKey()).doesNotContain("''");
            }
        }
    }

    @Test
    void areThereForEveryStateAndReason() throws IOException {
        Stream<String> needed = Stream.of(
                        Arrays.stream(BlockReason.values()).map(one -> "desk.reason." + one),
                        Arrays.stream(Channel.values()).map(one -> "desk.channel." + one),
                        Arrays.stream(DunningCase.Status.values()).map(one -> "desk.status." + one),
                        Arrays.stream(Contact.Status.values()).map(one -> "desk.contact." + one),
                        Arrays.stream(CaseSearch.Mark.values()).map(one -> "desk.mark." + one),
                        Arrays.stream(Flow.values()).map(one -> "desk.flow." + one),
                        Arrays.stream(Flow.values()).map(one -> "desk.flow." + one + ".means"),
                        Arrays.stream(CallOutcome.values()).map(one -> "desk.callOutcome." + one),
                        Arrays.stream(LadderStep.values()).map(one -> "desk.step." + one.id()),
                        Arrays.stream(Step.values()).map(one -> "desk.step." + one.id()),
                        Arrays.stream(Promise.Status.values()).map(one -> "desk.promise." + one),
                        Arrays.stream(Promise.Source.values()).map(one -> "desk.source." + one),
                        Arrays.stream(Essential.values()).map(one -> "desk.essential." + one),
                        Arrays.stream(Objection.values()).map(one -> "desk.promise.no." + one),
                        Arrays.stream(CallOutcome.values())
                                .filter(CallOutcome::isTried)
                                .map(one -> "desk.callOutcome." + one))
                .flatMap(keys -> keys);
        assertThat(keys("desk")).containsAll(needed.toList());
    }

    @Test
    void areThereForEveryTemplate() throws IOException {
        Set<String> known = keys("desk");
        known.addAll(keys("portal"));
        var templates = new PathMatchingResourcePatternResolver();
        for (String folder : List.of("desk", "portal")) {
            for (var template : templates.getResources("classpath:templates/" + folder + "/*.html")) {
                String text = template.getContentAsString(StandardCharsets.UTF_8);
                List<String> used = Pattern.compile("#\\{((?:desk|portal)\\.[A-Za-z0-9.-]+)[}(]")
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .toList();
                assertThat(known).as(template.getFilename()).containsAll(used);
            }
        }
    }

    /** The send gate says in English why a message does not go out. */
    @Test
    void areThereForEveryAnswerOfTheSendGate() throws Exception {
        List<String> reasons = new ArrayList<>();
        for (Field field : Class.forName("dev.kulanz.contact.SendGate").getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                field.setAccessible(true);
                reasons.add("desk.why." + Words.slug(String.valueOf(field.get(null))));
            }
        }
        assertThat(reasons).isNotEmpty();
        assertThat(keys("desk_de")).containsAll(reasons);
    }

    /** So do those who take messages back, and the channels. */
    @Test
    void areThereForEveryReasonOfTheOutbox() throws IOException {
        var said = Pattern.compile("(?:Closed|Nobody|Refused|Later|Unreachable|Unknown|cancelDemands|tryLater|failed)"
                + "\\([^;{\"]*\"([^\"]+)\"(?=[,)])");
        Set<String> reasons = new HashSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/kulanz/contact"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                said.matcher(Files.readString(source))
                        .results()
                        .forEach(found -> reasons.add("desk.why." + Words.slug(found.group(1))));
            }
        }
        assertThat(reasons).hasSizeGreaterThan(12);
        assertThat(keys("desk_de")).containsAll(reasons);
    }

    /** A key that no text comes to is never found. */
    @Test
    void areAllFoundByTheTextsTheyStandFor() throws IOException {
        assertThat(keys("desk_de").stream().filter(key -> key.startsWith("desk.why.")))
                .allMatch(key -> key.equals("desk.why." + Words.slug(key.substring("desk.why.".length()))));
    }

    @Test
    void areThereForEverySentenceBesideAShippedRule() throws IOException {
        Set<String> german = keys("desk_de");
        var note = Pattern.compile("<rule [^>]*>\\s*<description>([^<]*)</description>");
        for (var table : new PathMatchingResourcePatternResolver().getResources("classpath:rules/*.dmn")) {
            List<String> sentences = note.matcher(table.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .flatMap(found -> Words.SENTENCES.splitAsStream(found.group(1)))
                    .map(sentence -> "desk.rule." + Words.slug(sentence))
                    .toList();
            assertThat(sentences).isNotEmpty();
            assertThat(german).as(table.getFilename()).containsAll(sentences);
        }
    }

    private static Set<String> needed(Set<String> keys) {
        return keys.stream()
                .filter(key -> ENGLISH_ALREADY.stream().noneMatch(key::startsWith))
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(String file) throws IOException {
        return texts(file).stringPropertyNames().stream().collect(Collectors.toSet());
    }

    private static Properties texts(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("messages/" + file + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
