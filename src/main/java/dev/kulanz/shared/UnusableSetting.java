package dev.kulanz.shared;

/** A setting that the application can't start with: the operator is told what is wrong and what to do, in one line. */
public final class UnusableSetting extends IllegalArgumentException {

    private final String remedy;

    /**
     * @param problem which setting, and what is wrong with it; without secrets
     * @param remedy what to set instead
     */
    public UnusableSetting(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
