package dev.kulanz.demo;

import dev.kulanz.voice.Line;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A line with somebody at the other end who says what is written for him. */
final class ScriptedLine implements Line {

    private final Deque<String> lines;
    private final String proof;
    private final boolean silent;

    ScriptedLine(List<String> lines, String proof) {
        this.lines = new ArrayDeque<>(lines);
        this.proof = proof;
        this.silent = lines.isEmpty();
    }

    @Override
    public void say(String text) {
        // nobody learns from what he hears
    }

    @Override
    public Heard listen() {
        if (silent) {
            return new Heard.Silence();
        }
        String next = lines.poll();
        return next == null ? new Heard.HungUp() : new Heard.Said(next.replace(Reaction.PROOF, proof));
    }

    /** In the demo nobody sits beside the machine. */
    @Override
    public boolean transfer() {
        return false;
    }

    @Override
    public void close() {
        lines.clear();
    }
}
