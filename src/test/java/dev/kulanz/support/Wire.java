package dev.kulanz.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bare connection to the application's port: for what no well-behaved client would send. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private long sent;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    public static Wire to(int port) throws IOException {
        return from("127.0.0.1", port);
    }

    /** @param address one of this machine, such as 127.0.0.2 */
    public static Wire from(String address, int port) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new Wire(socket);
    }

    /** The header of HTTP basic. */
    public static String basic(String user, String password) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the lines of a head, and the empty line after it. */
    public Wire head(String... lines) throws IOException {
        return send(String.join("\r\n", lines) + "\r\n\r\n");
    }

    public Wire send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Sends in chunks until there is an answer, the other side has had enough, or so much is through. */
    public Wire pour(long bytes) {
        byte[] content = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
        try {
            OutputStream out = socket.getOutputStream();
            while (sent < bytes && socket.getInputStream().available() == 0) {
                out.write((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(content);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent += content.length;
            }
        } catch (IOException closed) {
            return this; // what it said before stands in the answer
        }
        return this;
    }

    /** How many bytes of a body went out. */
    public long sent() {
        return sent;
    }

    /** Everything that comes until the other side closes. */
    public String answerUntilClosed() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException reset) {
            return all.toString(StandardCharsets.UTF_8); // which is an end, too
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** The head of the next answer. */
    public String answer() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int one = in.read();
        while (one >= 0) {
            head.write(one);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
            one = in.read();
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads past the body that belongs to the head of an answer. */
    public void skipBody(String head) throws IOException {
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        if (length.find()) {
            socket.getInputStream().skipNBytes(Long.parseLong(length.group(1)));
            return;
        }
        while (!line().equals("0")) {
            line();
        }
        line();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int one = socket.getInputStream().read();
        while (one >= 0 && one != '\n') {
            line.append((char) one);
            one = socket.getInputStream().read();
        }
        return line.toString().strip();
    }

    /** The same, but 0 also if it does not come in time. */
    public int statusWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return status();
        } catch (SocketTimeoutException late) {
            return 0;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** The status of the next answer; 0: there is none. */
    public int status() throws IOException {
        String head = answer();
        return head.startsWith("HTTP/1.1 ") ? Integer.parseInt(head.substring(9, 12)) : 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
