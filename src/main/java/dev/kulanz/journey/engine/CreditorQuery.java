package dev.kulanz.journey.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's question for tenants: the creditors that a user was given by name. */
final class CreditorQuery extends TenantQueryImpl {

    private static final long serialVersionUID = 1L;

    CreditorQuery() {}

    CreditorQuery(CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return matching(context).count();
    }

    @Override
    public List<Tenant> executeList(CommandContext context, Page page) {
        return Paging.of(matching(context).sorted().map(EngineUser::tenant), this, page);
    }

    private Stream<String> matching(CommandContext context) {
        if (groupId != null) {
            return Stream.empty();
        }
        var identity = (StaffIdentity) context.getReadOnlyIdentityProvider();
        Stream<EngineUser> users = userId == null ? identity.everybody() : identity.find(userId).stream();
        return users.flatMap(user -> user.tenants().stream())
                .distinct()
                .filter(this::matches)
                .filter(tenant -> maySee(context.getAuthentication(), tenant));
    }

    private boolean matches(String tenant) {
        return (id == null || id.equals(tenant))
                && (ids == null || Arrays.asList(ids).contains(tenant))
                && (name == null || name.equals(tenant))
                && Like.matches(nameLike, tenant);
    }

    /** Which other creditors there are is none of a scoped user's business. */
    private static boolean maySee(Authentication current, String tenant) {
        return current == null
                || current.getTenantIds() == null
                || current.getTenantIds().contains(EngineUser.ALL_CREDITORS)
                || current.getTenantIds().contains(tenant);
    }
}
