package dev.kulanz.cases;

/** Why a case or item is not dunned for a while (Mahnsperre). */
public enum BlockReason {
    PROMISE,
    PLAN,
    DISPUTE,
    HARDSHIP,
    REPLY,
    UNCLEAR_PAYMENT,
    REPRESENTED,
    INSOLVENCY,
    DECEASED,
    MANUAL
}
