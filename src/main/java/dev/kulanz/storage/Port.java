package dev.kulanz.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;

/** The embedded server keeps its port from start to start, as long as nobody else takes it. */
final class Port {

    private Port() {}

    static int of(HomeFolder home) throws IOException {
        if (Files.exists(home.port())) {
            String recorded = Files.readString(home.port()).strip();
            if (recorded.matches("[1-9]\\d{3,4}") && isFree(Integer.parseInt(recorded))) {
                return Integer.parseInt(recorded);
            }
        }
        try (ServerSocket any = bind(0)) {
            return any.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket mine = bind(port)) {
            return mine.isBound();
        } catch (IOException | IllegalArgumentException taken) {
            return false;
        }
    }

    static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
