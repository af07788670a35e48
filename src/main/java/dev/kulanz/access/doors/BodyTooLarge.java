package dev.kulanz.access.doors;

import java.io.IOException;

/** More was sent than the door takes. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("More was sent than this door takes.");
    }
}
