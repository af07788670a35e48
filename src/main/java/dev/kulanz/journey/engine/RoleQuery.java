package dev.kulanz.journey.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/**
 * The engine's question for groups: there is one for each role. Admins may ask for all of them and for everybody's, others
 * find their own.
 */
final class RoleQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;

    RoleQuery() {}

    RoleQuery(CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return matching(context).count();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        return Paging.of(matching(context).sorted().map(EngineUser::group), this, page);
    }

    private Stream<String> matching(CommandContext context) {
        var identity = (StaffIdentity) context.getReadOnlyIdentityProvider();
        Authentication current = context.getAuthentication();
        boolean asksForAll = current == null || StaffQuery.isAdmin(current);
        String of = userId == null && !asksForAll ? current.getUserId() : userId;
        List<String> candidates = of == null
                ? identity.groupIds()
                : identity.find(of)
                        .filter(user -> StaffQuery.maySee(current, user.id()))
                        .map(EngineUser::groups)
                        .orElse(List.of());
        return candidates.stream().filter(this::matches);
    }

    private boolean matches(String group) {
        return (id == null || id.equals(group))
                && (ids == null || Arrays.asList(ids).contains(group))
                && (name == null || name.equals(group))
                && Like.matches(nameLike, group)
                && (type == null || type.equals("WORKFLOW"))
                && tenantId == null;
    }
}
