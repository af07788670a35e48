package dev.kulanz.journey.engine;

import dev.kulanz.access.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The engine's question for users. Admins may ask for all of them, everybody else finds himself. */
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
        return candidates
                .filter(user -> maySee(context.getAuthentication(), user.id()))
                .filter(this::matches);
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

    /** The application itself, with nobody logged in, sees all. */
    static boolean maySee(@Nullable Authentication current, String user) {
        return current == null || user.equals(current.getUserId()) || isAdmin(current);
    }

    static boolean isAdmin(Authentication who) {
        return who.getGroupIds() != null && who.getGroupIds().contains(Role.ADMIN.group());
    }

    private static boolean seesAll(EngineUser user) {
        return user.user().scope().all();
    }
}
