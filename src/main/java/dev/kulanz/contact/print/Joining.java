package dev.kulanz.contact.print;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arabic letters look different by what stands beside them (Unicode Standard, chapter 9.2). Print puts glyphs side by
 * side and nothing else, so each letter is replaced by the character of its form there (presentation forms); lam and alef
 * become one. Made of Unicode's own tables, so that Persian, Urdu and Uyghur letters join as well.
 */
final class Joining {

    /** There is no form for a letter that would have to join. */
    static final int NO_FORM = -1;

    /** The letter before has taken it in. */
    static final int TAKEN_IN = 0;

    private static final int LAM = 0x0644;
    private static final int FIRST_FORM = 0xfb50;
    private static final int LAST_FORM = 0xfefc;

    private static final Set<Integer> JOINS_WHAT_FOLLOWS =
            Set.of(JoiningType.DUAL_JOINING, JoiningType.LEFT_JOINING, JoiningType.JOIN_CAUSING);
    private static final Set<Integer> JOINS_WHAT_STANDS_BEFORE =
            Set.of(JoiningType.DUAL_JOINING, JoiningType.RIGHT_JOINING, JoiningType.JOIN_CAUSING);

    private record Form(String letters, int type) {}

    private static final Map<Form, Integer> FORMS = forms();

    private Joining() {}

    private static Map<Form, Integer> forms() {
        Normalizer2 apart = Normalizer2.getNFKDInstance();
        Map<Form, Integer> forms = new HashMap<>();
        for (int form = FIRST_FORM; form <= LAST_FORM; form++) {
            int type = UCharacter.getIntPropertyValue(form, UProperty.DECOMPOSITION_TYPE);
            String letters = apart.normalize(Character.toString(form));
            if (letters.length() <= 3) {
                forms.putIfAbsent(new Form(Normalizer2.getNFCInstance().normalize(letters), type), form);
            }
        }
        return forms;
    }

    /** @return for each character what is to be printed for it, {@link #TAKEN_IN} or {@link #NO_FORM} */
    static int[] joined(int[] letters) {
        int[] printed = letters.clone();
        for (int at = 0; at < letters.length; at++) {
            int type = type(letters[at]);
            if (printed[at] == TAKEN_IN || (type != JoiningType.DUAL_JOINING && type != JoiningType.RIGHT_JOINING)) {
                continue;
            }
            boolean before = at > 0 && JOINS_WHAT_FOLLOWS.contains(typeBefore(letters, at));
            boolean after =
                    type == JoiningType.DUAL_JOINING && JOINS_WHAT_STANDS_BEFORE.contains(typeAfter(letters, at));
            Integer both =
                    letters[at] == LAM && at + 1 < letters.length && type(letters[at + 1]) == JoiningType.RIGHT_JOINING
                            ? form(Character.toString(LAM) + Character.toString(letters[at + 1]), before, false)
                            : null;
            if (both != null) {
                printed[at] = both;
                printed[at + 1] = TAKEN_IN;
            } else {
                Integer one = form(Character.toString(letters[at]), before, after);
                printed[at] = one != null ? one : before || after ? NO_FORM : letters[at];
            }
        }
        return printed;
    }

    private static @Nullable Integer form(String letters, boolean before, boolean after) {
        int type = before
                ? after ? DecompositionType.MEDIAL : DecompositionType.FINAL
                : after ? DecompositionType.INITIAL : DecompositionType.ISOLATED;
        return FORMS.get(new Form(letters, type));
    }

    private static int typeBefore(int[] letters, int at) {
        int other = at - 1;
        while (other >= 0 && type(letters[other]) == JoiningType.TRANSPARENT) {
            other--;
        }
        return other < 0 ? JoiningType.NON_JOINING : type(letters[other]);
    }

    private static int typeAfter(int[] letters, int at) {
        int other = at + 1;
        while (other < letters.length && type(letters[other]) == JoiningType.TRANSPARENT) {
            other++;
        }
        return other == letters.length ? JoiningType.NON_JOINING : type(letters[other]);
    }

    private static int type(int letter) {
        return UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
    }
}
