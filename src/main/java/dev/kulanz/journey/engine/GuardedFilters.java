package dev.kulanz.journey.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;

/**
 * Stored filters, and queries that narrow them down when they run. The latter come from whoever asks, and inside the engine
 * they no longer look like queries to {@link QueryGuard}.
 */
final class GuardedFilters extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        if (filter != null && filter.getQuery() instanceof TaskQueryImpl query) {
            QueryExpressions.refuseHarmful(query);
        }
        return super.saveFilter(filter);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extending) {
        return super.list(filterId, checked(extending));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extending, int first, int most) {
        return super.listPage(filterId, checked(extending), first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extending) {
        return super.singleResult(filterId, checked(extending));
    }

    @Override
    public Long count(String filterId, Query<?, ?> extending) {
        return super.count(filterId, checked(extending));
    }

    private static <Q extends Query<?, ?>> Q checked(Q extending) {
        if (extending instanceof TaskQueryImpl query) {
            QueryExpressions.refuseAny(query);
        } else if (extending != null) {
            throw new BadUserRequestException("Only task queries narrow a filter down.");
        }
        return extending;
    }
}
