package dev.kulanz.architecture.twin;

import org.springframework.modulith.Modulithic;

/** An application that breaks each rule of the house once, so that the rules are seen to bite. */
@Modulithic
public final class TwinApplication {

    private TwinApplication() {}
}
