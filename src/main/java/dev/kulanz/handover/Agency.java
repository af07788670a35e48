package dev.kulanz.handover;

import java.io.IOException;

/**
 * The way to the collection agency. Called outside any transaction, and perhaps twice with the same: the same reference or
 * name replaces what was sent before.
 */
interface Agency {

    /**
     * Sends the dossier of a case.
     *
     * @param reference of the hand-over
     * @param json the dossier
     * @param pdf the same for people
     * @return what proves the transmission
     * @throws IOException it did not get there; it is tried again
     */
    String transmit(String reference, String json, byte[] pdf) throws IOException;

    /**
     * Tells something of a case that the agency has.
     *
     * @param name of the message, unique in the hand-over
     * @throws IOException it did not get there; it is tried again
     */
    void report(String reference, String name, String json) throws IOException;
}
