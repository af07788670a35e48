package dev.kulanz.architecture.twin;

import java.text.Normalizer;

/** Composes whatever somebody sends. */
final class PutsMarksInOrder {

    private PutsMarksInOrder() {}

    static String composed(String sent) {
        return Normalizer.normalize(sent, Normalizer.Form.NFC);
    }
}
