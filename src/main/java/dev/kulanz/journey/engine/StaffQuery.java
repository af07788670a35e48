package dev.kulanz.journey.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's question for users. */
final class StaffQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    StaffQuery() {}

    StaffQuery(CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return matching(context).count();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        return Paging.of(
                matching(context).sorted(Comparator.comparing(EngineUser::id)).map(EngineUser::asUser), this, page);
    }

    private Stream<EngineUser> matching(CommandContext context) {
        var identity = (StaffIdentity) context.getReadOnlyIdentityProvider();
        Stream<EngineUser> candidates = id == null ? identity.everybody() : identity.find(id).stream();
        return candidates.filter(this::matches);
    }

    private boolean matches(EngineUser user) {
        String name = user.user().displayName();
        return (ids == null || Arrays.asList(ids).contains(user.id()))
                && (firstName == null || firstName.equals(name))
                && Like.matches(firstNameLike, name)
                && lastName == null
                && Like.matches(lastNameLike, "")
                && email == null
                && Like.matches(emailLike, "")
                && (groupId == null || user.groups().contains(groupId))
                && (tenantId == null || user.tenants().contains(tenantId) || seesAll(user));
    }

    private static boolean seesAll(EngineUser user) {
        return user.user().scope().all();
    }
}
