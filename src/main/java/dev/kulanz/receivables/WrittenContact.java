package dev.kulanz.receivables;

import dev.kulanz.shared.BrokenLetters;
import dev.kulanz.shared.Unseen;
import java.util.List;
import java.util.Optional;

/**
 * An address or a number as people write it: with a name before it, a remark behind it, several in one field. Read is only
 * what leads to nobody else: {@code mona beispiel@example.org} may be a slip of the pen for another address, and is none.
 *
 * @param value as {@link ContactPoints} keep it
 * @param others further ones that stand beside it; nobody knows whose they are
 * @param isRemarked whether words beside it say something that is not kept, such as {@code privat} or a time
 */
public record WrittenContact(String value, List<String> others, boolean isRemarked) {

    /** A country of which nobody knows which it is: no number is there without country code. */
    public static final String NOWHERE = "ZZ";

    /** Why there is no contact point in a text. */
    public enum Doubt {
        /** It holds none. */
        NONE,
        /** What stands beside it may say that it is somebody else's, or no longer right. */
        UNCLEAR,
        /** It names several, and not each of them with an address. */
        NAMES,
        /** It may be one of another country. */
        ABROAD,
        /** It begins as a number where he lives does, and has too few digits, or too many. */
        LENGTH
    }

    private static final int LONGEST = 1_000;

    public WrittenContact {
        others = List.copyOf(others);
    }

    /**
     * Empty if there is none that can be read without guessing: {@link #doubt} tells why.
     *
     * @param country where the one lives whose it is (ISO 3166-1 alpha-2): there a number without country code is
     */
    public static Optional<WrittenContact> read(ContactPoint.Kind kind, String written, String country) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String text = Unseen.foldedAddress(BrokenLetters.repaired(written));
        return kind == ContactPoint.Kind.EMAIL ? WrittenEmails.read(text) : WrittenNumbers.read(text, country);
    }

    /** Why none was read of this text; what these are is said at {@link #read}. */
    public static Doubt doubt(ContactPoint.Kind kind, String written, String country) {
        if (written.length() > LONGEST) {
            return Doubt.NONE;
        }
        String text = Unseen.foldedAddress(BrokenLetters.repaired(written));
        return kind == ContactPoint.Kind.EMAIL ? WrittenEmails.doubt(text) : WrittenNumbers.doubt(text, country);
    }
}
