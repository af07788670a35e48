package dev.kulanz.shared;

/** Most texts hold nothing else, and need none of the questions that letters of other scripts raise. */
final class Ascii {

    private Ascii() {}

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Nothing but what can be seen, and blanks. */
    static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    static boolean isVisible(char c) {
        return c > ' ' && c <= '~';
    }
}
