package dev.kulanz.access;

/** What somebody does here. The engine knows each role as a group. */
public enum Role {
    CASE_WORKER("case-workers"),
    PROCESS_OWNER("process-owners"),
    COMPLIANCE("compliance"),
    ADMIN("camunda-admin");

    private final String group;

    Role(String group) {
        this.group = group;
    }

    /** The engine's group of this role, as models name it in {@code camunda:candidateGroups}. */
    public String group() {
        return group;
    }
}
