package dev.kulanz.journey;

import java.util.Set;

/**
 * A diagram with the way a case went through it.
 *
 * @param xml BPMN 2.0 with its drawing
 * @param passed ids of the elements the case has been through
 * @param active ids of the elements where it is now
 */
public record CaseDiagram(String processId, String name, String xml, Set<String> passed, Set<String> active) {}
