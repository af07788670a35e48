package dev.kulanz.handover;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the dossier's codes are called on paper. */
record DossierWords(ResourceBundle bundle) {

    static final DossierWords GERMAN =
            new DossierWords(ResourceBundle.getBundle("messages/handover-dossier", Locale.GERMAN));

    /** The word for a code; the code itself where there is none. */
    public String of(String kind, String code) {
        String key = kind + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code;
    }
}
