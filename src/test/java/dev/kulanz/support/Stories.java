package dev.kulanz.support;

import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.Lifting;
import dev.kulanz.cases.NextActions;
import dev.kulanz.contact.Contacts;
import dev.kulanz.contact.Dispatcher;
import dev.kulanz.demo.ScriptedDebtors;
import dev.kulanz.intake.Imports;
import dev.kulanz.journal.JournalReader;
import dev.kulanz.journey.EngineTime;
import dev.kulanz.journey.Pump;
import dev.kulanz.journey.TimeTravel;
import dev.kulanz.payments.PaymentReturns;
import dev.kulanz.payments.Payments;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.shared.BusinessClock;
import java.nio.file.Path;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of the house that a story needs, and that tests of a story look at. */
public record Stories(
        JdbcClient jdbc,
        BusinessClock clock,
        EngineTime time,
        TimeTravel travel,
        Pump pump,
        Dispatcher dispatcher,
        Imports imports,
        Creditors creditors,
        Debtors debtors,
        Payments payments,
        PaymentReturns returns,
        Promises promises,
        Cases cases,
        Blocks blocks,
        Lifting lifting,
        CaseSearch search,
        NextActions nextActions,
        Contacts contacts,
        ObjectProvider<ScriptedDebtors> telephones,
        JournalReader journal,
        TaskService tasks,
        FormService forms,
        RuntimeService runtime,
        RepositoryService repository,
        Environment environment) {

    /** The telephone network of the demo; there is none without that profile. */
    public ScriptedDebtors phones() {
        return telephones.getObject();
    }

    /** Where its web server listens. */
    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** The folder in which it keeps its files. */
    public Path home() {
        return Path.of(environment.getRequiredProperty("kulanz.home"));
    }

    /** Begins at a moment in Berlin, such as {@code 2026-11-02T07:00}. */
    public Story beginAt(String moment) {
        return Story.beginsAt(moment).begin(this);
    }
}
