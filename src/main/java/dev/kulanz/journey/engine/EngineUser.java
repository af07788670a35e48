package dev.kulanz.journey.engine;

import dev.kulanz.access.Role;
import dev.kulanz.access.User;
import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** How the engine sees a user: his role is a group, each of his creditors a tenant. */
record EngineUser(User user) {

    /** The tenant of those who see every creditor. No creditor is called so: their ids have no spaces. */
    static final String ALL_CREDITORS = "all creditors";

    String id() {
        return user.name();
    }

    /**
     * What he may do here. Admins see every creditor in the engine, whatever their scope: who was made an admin of some
     * creditors (older versions let him) is a process owner of these.
     */
    Role role() {
        return user.role() == Role.ADMIN && !user.scope().all() ? Role.PROCESS_OWNER : user.role();
    }

    List<String> groups() {
        return List.of(role().group());
    }

    List<String> tenants() {
        return user.scope().all()
                ? List.of(ALL_CREDITORS)
                : user.scope().ids().stream().sorted().toList();
    }

    /** Whether who is logged in to the engine sees every creditor. */
    static boolean seesAllCreditors(Authentication who) {
        return who.getTenantIds() != null && who.getTenantIds().contains(ALL_CREDITORS);
    }

    /** The display name is one word of people's own choice: the engine gets it as a first name. */
    org.camunda.bpm.engine.identity.User asUser() {
        var entity = new UserEntity(user.name());
        entity.setFirstName(user.displayName());
        entity.setLastName("");
        return entity;
    }

    static Group group(String id) {
        var entity = new GroupEntity(id);
        entity.setName(id);
        entity.setType("WORKFLOW");
        return entity;
    }

    static Tenant tenant(String id) {
        var entity = new TenantEntity(id);
        entity.setName(id);
        return entity;
    }
}
