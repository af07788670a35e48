package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks through the files of one deployment before any of them is in force. Knows BPMN diagrams, DMN tables and Camunda
 * Forms; files of one deployment may refer to each other and to what is in force already.
 */
public class ModelCheck {

    private static final Pattern OF_THE_FILE = Pattern.compile("(?:is|has|holds|names|says|can't|must)\\b");
    private static final Comparator<Finding> WHOLE_FILE_FIRST =
            Comparator.comparing(finding -> finding.elementId() != null);

    private final KnownNames known;
    private final TableCheck tables;
    private final Deployment.Reading reading;

    ModelCheck(KnownNames known, TableCheck tables) {
        this(known, tables, ProcessModel::read);
    }

    ModelCheck(KnownNames known, TableCheck tables, Deployment.Reading reading) {
        this.known = known;
        this.tables = tables;
        this.reading = reading;
    }

    /**
     * Everything that is to be said, file by file; what would not work comes before warnings.
     *
     * @param resources file name → text; before the name there may be a path
     * @return the files may be deployed if none of it {@linkplain Finding#refuses() refuses} them
     */
    List<Finding> check(Map<String, String> resources, InForce inForce) {
        Deployment deployment = new Deployment(inForce, reading);
        Map<String, String> files = new TreeMap<>(resources);
        List<Finding> findings = new ArrayList<>();
        files.forEach((file, text) -> {
            Report unread = new Report(file, Severity.REFUSAL);
            Reading.guarded(unread, () -> deployment.read(file, text));
            findings.addAll(unread.findings());
        });
        files.forEach((file, text) -> {
            if (findings.stream().noneMatch(unread -> unread.resource().equals(file))) {
                findings.addAll(checkFile(file, text, deployment));
            }
        });
        return findings;
    }

    private List<Finding> checkFile(String file, String text, Deployment deployment) {
        Report report = new Report(file, Severity.REFUSAL);
        Report warnings = new Report(file, Severity.WARNING);
        if (file.endsWith(".bpmn")) {
            deployment
                    .model(file)
                    .ifPresentOrElse(
                            model -> rules(model, deployment)
                                    .forEach(rule -> Reading.guarded(
                                            report,
                                            () -> rule.check(
                                                    model, rule.severity() == Severity.WARNING ? warnings : report))),
                            () -> report.addForFile(deployment.whyUnreadable(file)));
        } else if (file.endsWith(".dmn")) {
            Reading.guarded(report, () -> DecisionFile.check(bare(file), text, deployment, known, tables, report));
            Reading.guarded(report, () -> tables.check(bare(file), text)
                    .forEach(said -> (said.severity() == Severity.WARNING ? warnings : report)
                            .addForFile(aboutFile(bare(file), said.sentence()))));
        } else if (file.endsWith(".form")) {
            Reading.guarded(report, () -> FormCheck.check(bare(file), text, report));
        } else {
            report.addForFile(unknownType(file));
        }
        return Stream.of(report, warnings)
                .flatMap(each -> inOrder(each.findings(), text).stream())
                .distinct()
                .toList();
    }

    /** What concerns the whole file first, then as it stands in the file. */
    private static List<Finding> inOrder(List<Finding> of, String text) {
        List<Finding> findings = new ArrayList<>(of);
        Map<String, Integer> places = new HashMap<>();
        findings.forEach(finding -> places.computeIfAbsent(String.valueOf(finding.elementId()), id -> place(id, text)));
        findings.sort(
                WHOLE_FILE_FIRST.thenComparing(finding -> places.getOrDefault(String.valueOf(finding.elementId()), 0)));
        return findings;
    }

    List<ModelRule> rules(ProcessModel model, Deployment deployment) {
        Collection<ProcessModel> besides = deployment.besides(model);
        return List.of(
                new FileRule(),
                new DiagramRule(),
                new SizeRule(),
                new LayoutRule(),
                new TypeRule(),
                new LengthRule(),
                new LabelRule(),
                new NameRule(),
                new IdRule(deployment.replaced(model)),
                new DocumentationRule(),
                new ExtensionRule(),
                new ExpressionRule(),
                new MappingRule(known),
                new ServiceRule(known),
                new DecisionRule(known, deployment::hasDecision, deployment::untouchedTable, tables),
                new UserTaskRule(known, deployment::hasForm),
                new CallRule(known, deployment::hasProcess, besides),
                new StartRule(known, besides, deployment.replaced(model), deployment::running),
                new OneTokenRule(),
                new DeadEndRule(),
                new LoopRule(),
                new GatewayRule(known),
                new CoverageRule(known),
                new EventGatewayRule(),
                new OutcomeRule(known),
                new VariableRule(known, besides),
                new TimerRule(),
                new JudgeRule(),
                new MessageRule(known),
                new OutboxRule(),
                new SettledRule(besides, deployment.untouched()),
                new LadderEntryRule(known),
                new LadderWayRule());
    }

    /** A finding names its file already: what begins with a verb is said of the file, anything else is a sentence of its own. */
    private static String aboutFile(String file, String said) {
        if (!said.startsWith(file + ": ") || said.length() == file.length() + 2) {
            return said;
        }
        String clause = said.substring(file.length() + 2);
        return OF_THE_FILE.matcher(clause).lookingAt()
                ? "The file " + clause
                : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }

    /** Why a file of another type is refused. */
    static String unknownType(String file) {
        return "Only diagrams (.bpmn), decision tables (.dmn) and forms (.form) can be deployed, not “%s”."
                .formatted(file);
    }

    static boolean isModel(String file) {
        return file.endsWith(".bpmn") || file.endsWith(".dmn") || file.endsWith(".form");
    }

    static String bare(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static int place(String id, String text) {
        var found = Pattern.compile("\\bid\"?\\s*[=:]\\s*[\"']" + Pattern.quote(id) + "[\"']")
                .matcher(text);
        return found.find() ? found.start() : 0;
    }
}
