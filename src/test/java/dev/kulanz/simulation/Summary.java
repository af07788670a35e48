package dev.kulanz.simulation;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a simulation came to, in figures. */
final class Summary {

    private final JdbcClient jdbc;
    private final String creditorId;
    private final Scenario scenario;
    private final Life life;
    private final Clerks clerks;

    Summary(JdbcClient jdbc, String creditorId, Scenario scenario, Life life, Clerks clerks) {
        this.jdbc = jdbc;
        this.creditorId = creditorId;
        this.scenario = scenario;
        this.life = life;
        this.clerks = clerks;
    }

    void print(long startedNanos) {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        long steps =
                jdbc.sql("""
                        select count(*) from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                        where p.tenant_id_ = :creditor""").param("creditor", creditorId).query(Long.class).single();
        String figures = """
                seed %d, %d debtors, %d days
                cases: %s
                contacts: %s
                promises: %s
                done: %s
                clerks: %s
                %.0f s, %.0f elements of diagrams passed a second, at most %d MB heap
                """.formatted(
                        scenario.seed(),
                        scenario.cases(),
                        scenario.days(),
                        counted(
                                "select status, count(*) from dunning_case where creditor_id = :creditor group by 1 order by 1"),
                        counted("""
                                select step || ' ' || channel || ' ' || status, count(*) from contact
                                where creditor_id = :creditor group by 1 order by 1"""),
                        counted("""
                                select p.status, count(*) from promise p join dunning_case k on k.id = p.case_id
                                where k.creditor_id = :creditor group by 1 order by 1"""),
                        life.done(),
                        clerks.done(),
                        seconds,
                        steps / seconds,
                        peakMegabytes());
        System.out.println(figures);
    }

    private String counted(String sql) {
        return jdbc
                .sql(sql)
                .param("creditor", creditorId)
                .query((row, index) -> row.getString(1) + " " + row.getLong(2))
                .list()
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(
                                (MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
