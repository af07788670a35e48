package dev.kulanz.simulation;

/**
 * How a debtor behaves while his case is open.
 *
 * @param pays probability of a payment on a day
 * @param inFull share of those that pay everything
 * @param promises probability of a promise on a day
 * @param keeps probability that a promise is kept
 * @param objects probability on a day that something is blocked, disputed or corrected
 * @param returns probability that a payment comes back
 */
record Temper(double pays, double inFull, double promises, double keeps, double objects, double returns) {

    private static final Temper PROMPT = new Temper(0.10, 0.9, 0.005, 0.9, 0.002, 0.02);
    private static final Temper SLOW = new Temper(0.03, 0.5, 0.03, 0.6, 0.004, 0.05);
    private static final Temper POOR = new Temper(0.04, 0.15, 0.05, 0.3, 0.01, 0.15);
    private static final Temper QUARRELSOME = new Temper(0.01, 0.6, 0.01, 0.5, 0.05, 0.05);
    private static final Temper SILENT = new Temper(0.001, 0.9, 0.002, 0.1, 0.003, 0.1);

    static Temper by(Chance chance) {
        int share = chance.between(0, 99);
        if (share < 30) {
            return PROMPT;
        }
        if (share < 55) {
            return SLOW;
        }
        if (share < 70) {
            return POOR;
        }
        return share < 82 ? QUARRELSOME : SILENT;
    }
}
