package dev.kulanz.voice;

import java.util.ArrayList;
import java.util.List;

/** Who said what, a line each. */
final class Transcript {

    private final Phrases phrases;
    private final List<String> lines = new ArrayList<>();

    Transcript(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param speaker assistant, other or voicemail */
    void add(String speaker, String said) {
        lines.add(phrases.say("speaker." + speaker) + ": " + said.strip().replaceAll("\\s+", " "));
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
