package dev.kulanz.agreements;

import dev.kulanz.cases.CaseSearch.Mark;
import dev.kulanz.cases.MarkedCases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells the list of cases whose last promise was not kept, be it in part: until the case is over or comes back, a promise is
 * made anew, or something else holds the case.
 */
@Configuration(proxyBeanMethods = false)
class BrokenPromises {

    @Bean
    MarkedCases casesWithBrokenPromise() {
        return new MarkedCases(Mark.PROMISE_BROKEN, """
                select m.case_id
                from promise m join dunning_case c on c.id = m.case_id and c.round = m.round and c.status = 'OPEN'
                where m.status in ('BROKEN', 'PARTLY_KEPT')
                  and not exists (
                    select 1 from promise later
                    where later.case_id = m.case_id and later.made_at > m.made_at and later.status <> 'WITHDRAWN')
                  and not exists ( -- case by case: all blocks there are would be read else
                    select 1 from case_block x where x.case_id = m.case_id and x.open_item_id is null
                    and holds_on(x.lifted_at, x.until_date, :today) offset 0)""");
    }
}
