package dev.kulanz.journey.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms of tasks that the application can show and understand: which fields a form may have, and which words its
 * decision may yield. Field keys are the keys in the form files.
 */
public enum TaskForm {
    /** No usable address is known: somebody looks for one. */
    FIND_CONTACT_DETAILS(
            "find-contact-details",
            "Task_FindContactDetails",
            List.of(
                    TaskForm.EMAIL,
                    TaskForm.PHONE,
                    TaskForm.STREET,
                    TaskForm.POSTCODE,
                    TaskForm.CITY,
                    TaskForm.COUNTRY,
                    TaskForm.DECISION,
                    TaskForm.COMMENT),
            List.of(
                    Outcome.with("FOUND", TaskForm.EMAIL)
                            .or(List.of(TaskForm.STREET, TaskForm.POSTCODE, TaskForm.CITY), TaskForm.COUNTRY),
                    Outcome.alone("NOTHING_FOUND"))),
    /** On the phone somebody asked for a person, or said what a machine must not go on about. */
    CALL_BACK(
            "call-back",
            "Task_CallBackDebtor",
            List.of(TaskForm.DECISION, TaskForm.COMMENT),
            List.of(Outcome.alone("TALKED"), Outcome.alone("NOT_REACHED"))),
    /** Nothing helped: somebody decides whether the agency gets the case. */
    RELEASE_HANDOVER(
            "release-handover",
            "Task_ReleaseHandOver",
            List.of(TaskForm.DECISION, TaskForm.UNTIL, TaskForm.COMMENT),
            List.of(
                    Outcome.alone("RELEASE"),
                    Outcome.with("RETURN", TaskForm.COMMENT, TaskForm.UNTIL),
                    Outcome.with("WRITE_OFF", TaskForm.COMMENT))),
    /** The amount is above the releaser's limit: a second person decides. */
    CONFIRM_HANDOVER(
            "confirm-handover",
            "Task_ConfirmHandOver",
            List.of(TaskForm.DECISION, TaskForm.COMMENT),
            List.of(Outcome.alone("RELEASE"), Outcome.with("DECLINE", TaskForm.COMMENT)));

    /** The fact text above the fields: Markdown, shown only. */
    public static final String FACTS = "caseFacts";

    /** By what the {@link #FACTS} are known again as they were last looked up; shown nowhere. */
    public static final String FACTS_MARK = "factsMark";

    /** Below the task's name in Tasklist: whom it is about, shown only. */
    public static final String DEBTOR = "debtor";

    /** Below the task's name in Tasklist: what is open, with its currency, shown only. */
    public static final String OPEN_AMOUNT = "openAmount";

    /** Below the task's name in Tasklist: which case, shown only. */
    public static final String CASE_NUMBER = "caseNumber";

    /** Below the name of a task to release a case in Tasklist: whether anything is missing, shown only. */
    public static final String READINESS = "readiness";

    /** What {@link #READINESS} says where nothing is missing. */
    public static final String READY = "ready / bereit";

    /** What a form may draw as Markdown or HTML: written so that it is nothing but text in it, or of digits and letters. */
    static final List<String> DRAWABLE = List.of(FACTS, OPEN_AMOUNT, CASE_NUMBER);

    /** An e-mail address that was found. */
    public static final String EMAIL = "email";

    /** A phone number that was found. */
    public static final String PHONE = "phone";

    /** Of a postal address that was found. */
    public static final String STREET = "street";

    /** Of a postal address that was found. */
    public static final String POSTCODE = "postcode";

    /** Of a postal address that was found. */
    public static final String CITY = "city";

    /** Of a postal address that was found: a name or a code; nothing is Germany. */
    public static final String COUNTRY = "country";

    /** The answer, one of the {@link #outcomes()}; becomes the variable {@code outcome}. */
    public static final String DECISION = "decision";

    /** A day, ISO 8601. */
    public static final String UNTIL = "until";

    /** The outcome of a release above the clerk's limit: no clerk chooses it. */
    public static final String SECOND = "SECOND";

    /** Free words for the case's story. */
    public static final String COMMENT = "comment";

    /** What anybody can be made to fill in, whatever he decides. */
    static final Set<String> OF_EVERYBODY = Set.of(DECISION, COMMENT);

    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_ANSWER = 254;

    private final String formId;
    private final String taskId;

    @SuppressWarnings("ImmutableEnumChecker") // always from List.of
    private final List<String> fields;

    @SuppressWarnings("ImmutableEnumChecker") // always from List.of
    private final List<Outcome> outcomes;

    TaskForm(String formId, String taskId, List<String> fields, List<Outcome> outcomes) {
        this.formId = formId;
        this.taskId = taskId;
        this.fields = fields;
        this.outcomes = outcomes;
    }

    /** The id of the form, and the name of its file without {@code .form}. */
    public String formId() {
        return formId;
    }

    /** The id of the shipped task with this form; a process owner may give the form to other tasks too. */
    public String taskId() {
        return taskId;
    }

    /** Keys of all input fields. */
    public List<String> fields() {
        return fields;
    }

    /** What {@link #DECISION} may say. */
    public List<String> outcomes() {
        return outcomes.stream().map(Outcome::word).toList();
    }

    /** What it may say, each with what must be told besides. */
    List<Outcome> answers() {
        return outcomes;
    }

    /**
     * The first field that must still be filled in for a decision.
     *
     * @param outcome one of the {@link #outcomes()}
     * @param told whether a field is filled in
     */
    public Optional<String> missing(String outcome, Predicate<String> told) {
        return outcomes.stream()
                .filter(one -> one.word().equals(outcome))
                .findFirst()
                .flatMap(one -> one.missing(told));
    }

    /** How many characters an answer may have. */
    public static int longest(String field) {
        return field.equals(COMMENT) ? LONGEST_COMMENT : LONGEST_ANSWER;
    }

    /** The form with this id; empty if the application knows no such form. */
    public static Optional<TaskForm> of(String formId) {
        return Arrays.stream(values())
                .filter(form -> form.formId.equals(formId))
                .findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(TaskForm::formId).toList();
    }

    /** Every word that any decision may yield. */
    public static Set<String> allOutcomes() {
        return Stream.concat(Arrays.stream(values()).flatMap(form -> form.outcomes().stream()), Stream.of(SECOND))
                .collect(Collectors.toUnmodifiableSet());
    }
}
