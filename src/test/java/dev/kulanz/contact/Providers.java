package dev.kulanz.contact;

import org.springframework.context.ApplicationContext;

/** For stories of other modules. */
public final class Providers {

    private Providers() {}

    /** Asks the providers whether they are there, as happens each minute. */
    public static void ask(ApplicationContext house) {
        house.getBean(ChannelRounds.class).round();
    }
}
