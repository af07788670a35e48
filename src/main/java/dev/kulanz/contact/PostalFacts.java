package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a letter would find the debtor. */
@Component
class PostalFacts implements FactSource {

    private final Cases cases;
    private final Debtors debtors;
    private final JdbcClient jdbc;

    PostalFacts(Cases cases, Debtors debtors, JdbcClient jdbc) {
        this.cases = cases;
        this.debtors = debtors;
        this.jdbc = jdbc;
    }

    @Override
    public Collection<Fact> facts() {
        return List.of(new Fact(
                "hasAddress",
                Fact.Type.BOOLEAN,
                "",
                "Street, postcode and city are known, and no letter of this round came back from there."));
    }

    @Override
    public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
        DunningCase of = cases.get(caseNumber);
        Debtor to = debtors.get(of.debtorId());
        return Map.of("hasAddress", to.hasAddress() && !cameBack(of, SendGate.envelope(to)));
    }

    /** From this very address: a corrected one is tried anew. */
    private boolean cameBack(DunningCase of, String envelope) {
        return jdbc.sql("""
                        select exists (select 1 from contact where case_id = :case and round = :round and channel = 'LETTER'
                                       and status = 'FAILED' and fault = 'ADDRESS' and recipient = :envelope)""")
                .param("case", of.id())
                .param("round", of.round())
                .param("envelope", envelope)
                .query(Boolean.class)
                .single();
    }
}
