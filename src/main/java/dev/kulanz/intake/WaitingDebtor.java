package dev.kulanz.intake;

import java.math.BigDecimal;

/**
 * Somebody who would hear from us within the next seven days if he owed more.
 *
 * @param debtorId the creditor's own debtor id
 * @param amount what is open and past its due date
 * @param needed how much must be open before anything is asked for
 */
public record WaitingDebtor(
        String creditorId, String debtorId, String name, BigDecimal amount, String currency, BigDecimal needed) {}
