package dev.kulanz.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that takes what is posted, and answers as it is told. */
final class Post implements AutoCloseable {

    private final HttpServer server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    record Taken(String path, String body, String timestamp, String signature) {}

    Post() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        taken.add(new Taken(
                exchange.getRequestURI().getPath(),
                body,
                String.valueOf(exchange.getRequestHeaders().getFirst("X-Kulanz-Timestamp")),
                String.valueOf(exchange.getRequestHeaders().getFirst("X-Kulanz-Signature"))));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    Post answers(int with) {
        status = with;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    void forget() {
        taken.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
