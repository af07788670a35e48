package dev.kulanz.demo;

import dev.kulanz.demo.SampleDebtors.Who;
import java.util.Optional;

/** Which debtors live on of their own accord, and by which temper; empty: this one does not. */
interface Tempers {

    Optional<Temper> of(Who who);
}
