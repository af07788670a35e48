package dev.kulanz.contact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A mail server that keeps every line of the envelope as the bytes that came, and offers SMTPUTF8 or does not. */
final class WireMailServer implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final boolean offersUtf8;
    private final List<byte[]> envelope = Collections.synchronizedList(new ArrayList<>());
    private final List<byte[]> messages = Collections.synchronizedList(new ArrayList<>());

    WireMailServer(boolean offersUtf8) throws IOException {
        this.offersUtf8 = offersUtf8;
        Thread thread = new Thread(this::serve, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** MAIL and RCPT, each byte a character. */
    List<String> envelope() {
        return envelope.stream()
                .map(line -> new String(line, StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** The same, read as UTF-8. */
    List<String> envelopeInUtf8() {
        return envelope.stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
    }

    /** The only message, each byte a character. */
    String message() {
        return new String(messages.get(0), StandardCharsets.ISO_8859_1);
    }

    boolean isUntouched() {
        return envelope.isEmpty() && messages.isEmpty();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(caller.getInputStream(), caller.getOutputStream());
            } catch (IOException e) {
                // the caller hung up, or the door was closed
            }
        }
    }

    private void talk(InputStream in, OutputStream out) throws IOException {
        say(out, "220 ready");
        for (byte[] line = line(in); line != null; line = line(in)) {
            String verb = new String(line, StandardCharsets.ISO_8859_1)
                    .toUpperCase(Locale.ROOT)
                    .replaceAll("[ :].*", "");
            switch (verb) {
                case "EHLO" ->
                    say(out, offersUtf8 ? "250-wire\r\n250-8BITMIME\r\n250 SMTPUTF8" : "250-wire\r\n250 8BITMIME");
                case "MAIL", "RCPT" -> {
                    envelope.add(line);
                    say(out, "250 fine");
                }
                case "DATA" -> {
                    say(out, "354 go on");
                    messages.add(content(in));
                    say(out, "250 taken");
                }
                default -> say(out, verb.equals("QUIT") ? "221 bye" : "250 fine");
            }
        }
    }

    private static byte[] content(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] line = line(in); line != null && !(line.length == 1 && line[0] == '.'); line = line(in)) {
            content.write(line);
            content.write('\n');
        }
        return content.toByteArray();
    }

    private static byte @org.jspecify.annotations.Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toByteArray();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return null;
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
