package dev.kulanz.cases;

/**
 * Which cases have a mark; a bean of whoever knows. Lists begin with these cases and not with all there are, so with very many
 * the database should find them in their order, from an index.
 *
 * @param cases SQL of what the module keeps itself: {@code case_id}, perhaps more than once, and what the order asks for; it may
 *     ask for {@code :today} and {@code :now}
 * @param order in which they are listed, of these as {@code m} and the case {@code k}
 */
public record MarkedCases(CaseSearch.Mark mark, String cases, String order) {

    /** The latest cases first. */
    public MarkedCases(CaseSearch.Mark mark, String cases) {
        this(mark, cases, "m.case_id desc");
    }
}
