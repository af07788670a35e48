package dev.kulanz.journey.engine;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.Page;
import org.jspecify.annotations.Nullable;

/** The part of an answer that a query of the engine asks for. */
final class Paging {

    private Paging() {}

    static <T> List<T> of(Stream<T> all, AbstractQuery<?, ?> query, @Nullable Page page) {
        int first = page == null ? query.getFirstResult() : page.getFirstResult();
        int most = page == null ? query.getMaxResults() : page.getMaxResults();
        return all.skip(Math.max(first, 0)).limit(Math.max(most, 0)).toList();
    }
}
