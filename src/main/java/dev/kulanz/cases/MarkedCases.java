package dev.kulanz.cases;

/**
 * Which cases have a mark; a bean of whoever knows.
 *
 * @param condition SQL of what the module keeps itself, about the case {@code k}; it may ask for {@code :today} and
 *     {@code :now}
 */
public record MarkedCases(CaseSearch.Mark mark, String condition) {}
