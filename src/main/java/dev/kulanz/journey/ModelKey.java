package dev.kulanz.journey;

/** What a model is called where it is said which one may heal what: {@code dmn:contact-choice}. */
final class ModelKey {

    private ModelKey() {}

    /** Whether a process is a ladder; the model check goes by the same names. */
    static boolean isLadder(String key) {
        return key.endsWith("-journey");
    }

    static String process(String key) {
        return "bpmn:" + key;
    }

    static String decision(String key) {
        return "dmn:" + key;
    }

    static String form(String key) {
        return "form:" + key;
    }
}
