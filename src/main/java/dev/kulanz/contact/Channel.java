package dev.kulanz.contact;

/** Over what a debtor is contacted. */
public enum Channel {
    EMAIL(0),
    SMS(0),
    WHATSAPP(0),
    LETTER(3),
    VOICE(0);

    private final int daysUnderWay;

    Channel(int daysUnderWay) {
        this.daysUnderWay = daysUnderWay;
    }

    /**
     * Working days after which a message has arrived as a rule. 95 of 100 letters do on the third one (§ 18 PostG); the
     * four days of § 122 AO are a legal fiction for authorities.
     */
    int daysUnderWay() {
        return daysUnderWay;
    }

    /** It costs about a euro or disturbs somebody: not for every small amount. */
    public boolean isCostly() {
        return this == LETTER || this == VOICE;
    }
}
