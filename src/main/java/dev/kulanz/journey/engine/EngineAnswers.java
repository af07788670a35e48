package dev.kulanz.journey.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
 * What the engine's REST itself refuses, and what fails there, is told in one way: JSON with {@code type} and {@code
 * message}, without names of classes and traces of its inside. What we say of a deployed model stays whole, with its
 * findings beside the message for Camunda Modeler: it quotes what its author wrote, whatever that looks like.
 */
final class EngineAnswers extends OncePerRequestFilter {

    /** A class with its packages. */
    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}[A-Z][\\w$]*");

    private static final Pattern TRACE = Pattern.compile("(?s)\\n\\s+at [\\w.$/]+\\(.*");

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
        ObjectNode answer = read(held.body());
        answer.remove("code");
        if (held.getStatus() >= 500) {
            answer.removeAll();
        } else if (!isAboutModels(answer)) {
            answer.properties().forEach(part -> part.setValue(withoutInside(part.getValue())));
        }
        String message = answer.path("message").asText(held.reason());
        answer.put("message", message.isBlank() || held.getStatus() >= 500 ? plain(status) : message);
        if (!answer.path("type").isTextual()) {
            answer.put(
                    "type",
                    status == null ? "Refused" : status.getReasonPhrase().replace(" ", ""));
        }
        return answer;
    }

    /** Only we refuse models: the engine's own reading of them is told as our findings. */
    private static boolean isAboutModels(ObjectNode answer) {
        return answer.path("type").asText().equals("ParseException")
                && answer.path("details").isObject();
    }

    private JsonNode withoutInside(JsonNode part) {
        if (part instanceof TextNode text) {
            return TextNode.valueOf(
                    CLASS.matcher(TRACE.matcher(text.asText()).replaceFirst("")).replaceAll("…"));
        }
        if (part instanceof ObjectNode object) {
            object.properties().forEach(inner -> inner.setValue(withoutInside(inner.getValue())));
        } else if (part instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutInside(array.get(i)));
            }
        }
        return part;
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

    private static String plain(@Nullable HttpStatus status) {
        if (status == null) {
            return "This could not be done.";
        }
        return switch (status) {
            case BAD_REQUEST -> "This request can't be read. Please look at its fields and their types.";
            case UNAUTHORIZED -> "Please log in.";
            case FORBIDDEN -> "This is not open to you.";
            case NOT_FOUND -> "There is nothing here.";
            case REQUEST_TIMEOUT -> "What was sent came too slowly. Please send it again.";
            case PAYLOAD_TOO_LARGE -> "Too much was sent: a deployment takes 5 MB, everything else 1 MB.";
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
