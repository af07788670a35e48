package dev.kulanz.journey.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * All that the engine's REST refuses, and that fails there, is told in one way: JSON with {@code type} and {@code message},
 * without names of classes and traces of its inside. Findings about a deployed model stay beside them, for Camunda Modeler.
 */
final class EngineAnswers extends OncePerRequestFilter {

    /** A name of a class with its packages. */
    private static final Pattern INSIDE =
            Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}[A-Z]\\w*|\\n\\s+at [\\w.$]+\\(");

    private final ObjectMapper json;

    EngineAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new HeldRefusal(response);
        chain.doFilter(request, held);
        if (held.isRefusal() && !response.isCommitted()) {
            byte[] body = json.writeValueAsBytes(told(held));
            response.resetBuffer();
            response.setStatus(held.getStatus());
            response.setHeader("Content-Encoding", null);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private ObjectNode told(HeldRefusal held) {
        HttpStatus status = HttpStatus.resolve(held.getStatus());
        boolean isFault = held.getStatus() >= 500;
        ObjectNode answer = read(held.body());
        String message = answer.path("message").asText(held.reason());
        if (isFault || !answer.path("type").isTextual()) {
            answer.put(
                    "type",
                    status == null ? "Refused" : status.getReasonPhrase().replace(" ", ""));
        }
        answer.remove("code");
        answer.put("message", isFault || message.isBlank() || tellsOfInside(message) ? plain(status) : message);
        if (isFault || tellsOfInside(answer.toString())) {
            answer.retain("type", "message");
        }
        return answer;
    }

    private ObjectNode read(byte[] body) {
        try {
            JsonNode read = json.readTree(body);
            return read instanceof ObjectNode object ? object : json.createObjectNode();
        } catch (JsonProcessingException e) {
            return json.createObjectNode(); // a page of the container
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean tellsOfInside(String text) {
        return INSIDE.matcher(text).find();
    }

    private static String plain(@Nullable HttpStatus status) {
        if (status == null) {
            return "This could not be done.";
        }
        return switch (status) {
            case BAD_REQUEST -> "This request can't be read. Please look at its fields and their types.";
            case UNAUTHORIZED -> "Please log in.";
            case FORBIDDEN -> "This is not open to you.";
            case NOT_FOUND -> "There is nothing here.";
            default ->
                status.is5xxServerError()
                        ? "Something went wrong here; the log tells what."
                        : "This could not be done: " + status.getReasonPhrase() + ".";
        };
    }

    /** Keeps a refusal back until it is whole, and lets everything else pass at once. */
    private static final class HeldRefusal extends jakarta.servlet.http.HttpServletResponseWrapper {

        private final java.io.ByteArrayOutputStream held = new java.io.ByteArrayOutputStream();
        private String reason = "";

        HeldRefusal(HttpServletResponse response) {
            super(response);
        }

        boolean isRefusal() {
            return getStatus() >= 400;
        }

        byte[] body() {
            return held.toByteArray();
        }

        String reason() {
            return reason;
        }

        @Override
        public void sendError(int status) {
            sendError(status, "");
        }

        @Override
        public void sendError(int status, String why) {
            setStatus(status);
            reason = why == null ? "" : why;
        }

        @Override
        public jakarta.servlet.ServletOutputStream getOutputStream() throws IOException {
            return isRefusal() ? new Held(held) : super.getOutputStream();
        }

        @Override
        public java.io.PrintWriter getWriter() throws IOException {
            return isRefusal() ? new java.io.PrintWriter(held, true, StandardCharsets.UTF_8) : super.getWriter();
        }

        @Override
        public void flushBuffer() throws IOException {
            if (!isRefusal()) {
                super.flushBuffer();
            }
        }
    }

    private static final class Held extends jakarta.servlet.ServletOutputStream {

        private final java.io.ByteArrayOutputStream held;

        Held(java.io.ByteArrayOutputStream held) {
            this.held = held;
        }

        @Override
        public void write(int letter) {
            held.write(letter);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(jakarta.servlet.WriteListener listener) {
            throw new IllegalStateException("Answers are written at once.");
        }
    }
}
