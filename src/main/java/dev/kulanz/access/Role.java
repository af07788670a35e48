package dev.kulanz.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody does here. The engine knows each role as a group. */
public enum Role {
    CASE_WORKER("case-workers", true),
    PROCESS_OWNER("process-owners", true),
    COMPLIANCE("compliance", false),
    ADMIN("camunda-admin", true);

    private final String group;
    private final boolean worksOnTasks;

    Role(String group, boolean worksOnTasks) {
        this.group = group;
        this.worksOnTasks = worksOnTasks;
    }

    /** Those who may claim and complete tasks: a model gives tasks to their groups only. */
    public static Set<Role> workingOnTasks() {
        return Arrays.stream(values()).filter(role -> role.worksOnTasks).collect(Collectors.toUnmodifiableSet());
    }

    /** The engine's group of this role, as models name it in {@code camunda:candidateGroups}. */
    public String group() {
        return group;
    }
}
