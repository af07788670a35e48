package dev.kulanz.access.doors;

import java.util.HashMap;
import java.util.Map;

/** A number of seats for people who make others wait, and not all of them for those from one place. */
public final class Seats {

    private final int most;
    private final int mostOfOnePlace;
    private final Map<Place, Integer> taken = new HashMap<>();
    private int all;

    public Seats(int most, int mostOfOnePlace) {
        this.most = most;
        this.mostOfOnePlace = mostOfOnePlace;
    }

    /** Takes one, if there is one; then {@link #leave} has to follow. */
    public synchronized boolean take(Place from) {
        int ofPlace = taken.getOrDefault(from, 0);
        if (all >= most || ofPlace >= mostOfOnePlace) {
            return false;
        }
        taken.put(from, ofPlace + 1);
        all++;
        return true;
    }

    public synchronized void leave(Place from) {
        taken.computeIfPresent(from, (place, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
