package dev.kulanz.cases;

import java.util.Set;
import java.util.UUID;

/** Cases were opened for these accounts, or items joined their open cases. Told within the transaction that holds
 * the accounts' locks. */
public record CasesOpened(Set<UUID> accountIds) {}
