package dev.kulanz.stories;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that fails in one way; it takes one connection after the other. */
final class BadMailServer implements AutoCloseable {

    /** What is wrong with it. */
    enum Fault {
        NEVER_ANSWERS,
        TAKES_NO_SENDER_NOW,
        TAKES_NO_SENDER_EVER,
        HANGS_UP_OVER_THE_MESSAGE
    }

    private final ServerSocket door;
    private final Fault fault;
    private final AtomicInteger met = new AtomicInteger();

    BadMailServer(int port, Fault fault) throws IOException {
        this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.fault = fault;
        Thread thread = new Thread(this::serve, "bad mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** How many connections it took. */
    int met() {
        return met.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                met.incrementAndGet();
                talk(caller);
            } catch (IOException e) {
                // the caller hung up, or the door was closed
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = caller.getOutputStream();
        if (fault != Fault.NEVER_ANSWERS) {
            say(out, "220 ready");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.toUpperCase(Locale.ROOT).replaceAll("[ :].*", "");
            switch (verb) {
                case "DATA" -> say(out, "354 go on");
                case "." -> {
                    return;
                }
                case "MAIL" -> say(out, reply());
                case "EHLO", "RCPT", "RSET", "QUIT" -> say(out, "250 fine");
                default -> {} // a line of the message
            }
        }
    }

    private String reply() {
        return switch (fault) {
            case TAKES_NO_SENDER_NOW -> "451 come back later";
            case TAKES_NO_SENDER_EVER -> "550 not from you";
            case NEVER_ANSWERS, HANGS_UP_OVER_THE_MESSAGE -> "250 fine";
        };
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
