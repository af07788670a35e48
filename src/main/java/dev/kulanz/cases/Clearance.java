package dev.kulanz.cases;

import java.math.BigDecimal;

/**
 * What took off that which was owed in a case. In major units, none below zero.
 *
 * @param paid by the debtor or somebody for him, also out of his credit
 * @param credited by credit notes
 * @param forgiven small rests that were closed as goodwill
 */
public record Clearance(BigDecimal paid, BigDecimal credited, BigDecimal forgiven) {

    public static final Clearance NONE = new Clearance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
}
