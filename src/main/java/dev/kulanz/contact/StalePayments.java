package dev.kulanz.contact;

import org.springframework.stereotype.Component;

/** While it is not known what was paid of late, nobody is asked for money. */
@Component
class StalePayments implements Hold {

    @Override
    public String why() {
        return "waits until later payments are known";
    }

    @Override
    public String condition() {
        return "(c.purpose = 'DEMAND' and payments_are_stale(c.creditor_id, :today))";
    }
}
