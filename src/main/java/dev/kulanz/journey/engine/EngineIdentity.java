package dev.kulanz.journey.engine;

import dev.kulanz.access.PasswordCheck;
import dev.kulanz.access.Users;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Makes the engine ask us who its users are, remember in our way and keep creditors apart. */
@Component
class EngineIdentity extends AbstractProcessEnginePlugin {

    private final StaffIdentity staff;
    private final CreditorTenants tenants;

    EngineIdentity(Users users, PasswordCheck passwords, CreditorTenants tenants) {
        this.staff = new StaffIdentity(users, passwords);
        this.tenants = tenants;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(new Factory(staff));
        engine.setTenantIdProvider(tenants);
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new KulanzHistory())));
        engine.setHistory(KulanzHistory.NAME);
    }

    private record Factory(StaffIdentity staff) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return staff;
        }
    }
}
