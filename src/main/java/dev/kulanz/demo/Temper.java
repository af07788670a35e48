package dev.kulanz.demo;

import java.util.Optional;

/** How people of the sample portfolio take it that they are reminded. Each has his temper for good. */
enum Temper {
    /** Pays once somebody reminds him. */
    FORGETFUL,
    /** Is short of money: promises, pays in parts, and mostly keeps his word. */
    STRETCHED,
    /** Promises more than he keeps, and then falls silent. */
    EVASIVE,
    /** Has something to object to first. */
    PARTICULAR,
    /** Is hardly ever heard of. */
    SILENT;

    /** What a debtor does of his own accord. */
    enum Deed {
        PAY,
        PAY_PART,
        PROMISE,
        DISPUTE
    }

    /** What becomes of a promise. */
    enum Word {
        KEPT,
        HALF_KEPT,
        BROKEN
    }

    /**
     * What he has done in a case so far.
     *
     * @param disputed he has objected once
     * @param disappointed he broke a promise, or kept but a part of it
     */
    record Past(boolean disputed, boolean disappointed) {}

    static Temper of(String creditorId, String debtorId) {
        int share = Lot.of("temper", creditorId, debtorId).hundredth();
        if (share < 40) {
            return FORGETFUL;
        }
        if (share < 62) {
            return STRETCHED;
        }
        if (share < 75) {
            return EVASIVE;
        }
        return share < 85 ? PARTICULAR : SILENT;
    }

    /** What he will do after a message that asks for money; empty: nothing. */
    Optional<Deed> answer(Past past, Lot lot) {
        int share = lot.hundredth();
        return switch (this) {
            case FORGETFUL -> upTo(65, share, Deed.PAY);
            case STRETCHED ->
                upTo(40, share, Deed.PROMISE)
                        .or(() -> upTo(60, share, Deed.PAY_PART))
                        .or(() -> upTo(72, share, Deed.PAY));
            case EVASIVE ->
                past.disappointed()
                        ? upTo(5, share, Deed.PAY)
                        : upTo(55, share, Deed.PROMISE).or(() -> upTo(60, share, Deed.PAY_PART));
            case PARTICULAR ->
                past.disputed()
                        ? upTo(65, share, Deed.PAY).or(() -> upTo(75, share, Deed.PAY_PART))
                        : upTo(70, share, Deed.DISPUTE);
            case SILENT -> upTo(3, share, Deed.PAY);
        };
    }

    /** What he will make of a promise, by whichever door it came. */
    Word keeps(Lot lot) {
        int share = lot.hundredth();
        return switch (this) {
            case FORGETFUL, PARTICULAR -> share < 85 ? Word.KEPT : Word.BROKEN;
            case STRETCHED -> share < 70 ? Word.KEPT : share < 85 ? Word.HALF_KEPT : Word.BROKEN;
            case EVASIVE -> share < 30 ? Word.KEPT : share < 45 ? Word.HALF_KEPT : Word.BROKEN;
            case SILENT -> share < 20 ? Word.KEPT : Word.BROKEN;
        };
    }

    private static Optional<Deed> upTo(int most, int share, Deed deed) {
        return share < most ? Optional.of(deed) : Optional.empty();
    }
}
