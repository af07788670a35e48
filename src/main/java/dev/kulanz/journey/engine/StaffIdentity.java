package dev.kulanz.journey.engine;

import dev.kulanz.access.PasswordCheck;
import dev.kulanz.access.Role;
import dev.kulanz.access.User;
import dev.kulanz.access.Users;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** Users, groups and tenants as the engine asks for them. It reads them from {@link Users} and can change none. */
final class StaffIdentity implements ReadOnlyIdentityProvider {

    private final Users users;
    private final PasswordCheck passwords;

    StaffIdentity(Users users, PasswordCheck passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /** Those who may log in: the engine knows no others. */
    Stream<EngineUser> everybody() {
        return users.list().stream().filter(User::enabled).map(EngineUser::new);
    }

    Optional<EngineUser> find(String name) {
        return users.find(name).filter(User::enabled).map(EngineUser::new);
    }

    List<String> groupIds() {
        return Arrays.stream(Role.values()).map(Role::group).toList();
    }

    @Override
    public org.camunda.bpm.engine.identity.@Nullable User findUserById(String name) {
        return find(name).map(EngineUser::asUser).orElse(null);
    }

    @Override
    public @Nullable Group findGroupById(String id) {
        return groupIds().contains(id) ? EngineUser.group(id) : null;
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return EngineUser.tenant(id);
    }

    @Override
    public boolean checkPassword(String user, String password) {
        return passwords.matches(user, password);
    }

    @Override
    public UserQuery createUserQuery() {
        return new StaffQuery(executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new StaffQuery();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new RoleQuery(executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new RoleQuery();
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new CreditorQuery(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new CreditorQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Users can't be asked for in SQL.");
    }

    @Override
    public void flush() {
        // nothing is ever written here
    }

    @Override
    public void close() {
        // nothing is held open
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
