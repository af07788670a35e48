package dev.kulanz.journey;

import dev.kulanz.cases.DunningCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The diagrams from the engine's repository, the ways from its history. */
@Component
class EngineCaseDiagrams implements CaseDiagrams {

    private static final List<String> SHIPPED = List.of(JourneyChoice.DEFAULT, "business-journey");

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    EngineCaseDiagrams(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    private record Visited(String definition, String element, boolean active) {}

    @Override
    public List<CaseDiagram> of(DunningCase of) {
        Map<String, List<Visited>> byDefinition = new LinkedHashMap<>();
        jdbc.sql("""
                        select a.proc_def_id_ as definition, a.act_id_ as element, bool_or(a.end_time_ is null) as active
                        from act_hi_procinst p join act_hi_actinst a on a.proc_inst_id_ = p.id_
                        where p.business_key_ = :case
                        group by a.proc_def_id_, a.act_id_
                        order by min(p.start_time_)""").param("case", of.number()).query(Visited.class).list().forEach(visited -> byDefinition
                .computeIfAbsent(visited.definition(), key -> new java.util.ArrayList<>())
                .add(visited));
        return byDefinition.entrySet().stream()
                .map(entry -> diagram(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(diagram -> !diagram.processId().equals(of.journey())))
                .toList();
    }

    private CaseDiagram diagram(String definitionId, List<Visited> visited) {
        ProcessDefinition definition = repository.getProcessDefinition(definitionId);
        Set<String> active = new HashSet<>();
        Set<String> passed = new HashSet<>();
        visited.forEach(one -> (one.active() ? active : passed).add(one.element()));
        return new CaseDiagram(definition.getKey(), name(definition), xml(definitionId), passed, active);
    }

    private static String name(ProcessDefinition definition) {
        return definition.getName() == null ? definition.getKey() : definition.getName();
    }

    private String xml(String definitionId) {
        try (InputStream model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<LadderName> ladders() {
        return jdbc.sql("""
                        with recursive climbed as ( -- from one to the next, for many cases are on each
                            (select min(journey) as journey from dunning_case where status = 'OPEN')
                            union all
                            select (select min(k.journey) from dunning_case k
                                    where k.status = 'OPEN' and k.journey > c.journey)
                            from climbed c where c.journey is not null)
                        select distinct on (d.key_) d.key_ as process_id, coalesce(d.name_, d.key_) as name
                        from act_re_procdef d
                        where d.key_ = any(:shipped)
                           or d.key_ in (select journey from climbed)
                        order by d.key_, d.version_ desc""").param("shipped", SHIPPED.toArray(String[]::new)).query(LadderName.class).list().stream()
                .sorted(Comparator.comparing(ladder -> !ladder.processId().equals(JourneyChoice.DEFAULT)))
                .toList();
    }

    @Override
    public CaseDiagram ladder(String processId) {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult();
        return new CaseDiagram(latest.getKey(), name(latest), xml(latest.getId()), Set.of(), Set.of());
    }

    @Override
    public Map<String, Long> counts(String processId, String... creditors) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.act_id_, count(*) from act_ru_execution e
                        join act_re_procdef d on d.id_ = e.proc_def_id_
                        where d.key_ = :process and e.act_id_ is not null and e.is_active_
                          and (:all or e.tenant_id_ = any(:creditors))
                        group by e.act_id_""")
                .param("process", processId)
                .param("all", Arrays.asList(creditors).isEmpty())
                .param("creditors", creditors)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }
}
