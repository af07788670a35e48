package dev.kulanz.intake;

/** Columns of cases that already run elsewhere: until these can be taken over, a row that has one is refused. */
final class RunningCases {

    private static final String NOT_YET = "Taking over running cases is not possible yet: this item would start again "
            + "with the first reminder. Please leave the field empty, or leave the row out.";

    static final Reading REFUSED = written -> {
        throw new Unreadable(NOT_YET);
    };

    private RunningCases() {}

    /** Nothing sent, nothing charged: the same as an empty field. */
    static String zeroOrRefused(String written) throws Unreadable {
        return written.matches("0+([.,]0+)?") ? "0" : REFUSED.canonical(written);
    }
}
