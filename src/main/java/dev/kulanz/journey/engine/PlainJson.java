package dev.kulanz.journey.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.kulanz.shared.Legible;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * What every JSON that comes to the engine's REST must keep to, before the engine makes something of it: no field twice, of
 * which it would take the last; no text that can't be kept; nothing missing in a list; and no more of anything than somebody
 * would write.
 */
public final class PlainJson implements ReaderInterceptor {

    private static final int LONGEST_LIST = 1_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int DEEPEST = 20;

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(body.getMediaType())) {
            byte[] json = body.getInputStream().readAllBytes(); // it is here already, and bounded at the door
            check(json);
            body.setInputStream(new ByteArrayInputStream(json));
        }
        return body.proceed();
    }

    private static void check(byte[] json) throws IOException {
        try (JsonParser parser = STRICT.createParser(json)) {
            int conditions = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                check(token, parser);
                if (isCondition(token, parser) && ++conditions > QueryGuard.MOST_CONDITIONS) {
                    throw refusal("At most %d conditions can be asked at once.".formatted(QueryGuard.MOST_CONDITIONS));
                }
            }
        } catch (StreamConstraintsException e) {
            throw refusal("This request has a number of more than %d digits, or is deeper than %d levels."
                    .formatted(LONGEST_NUMBER, DEEPEST));
        } catch (JsonProcessingException e) {
            if (String.valueOf(e.getMessage()).startsWith("Duplicate field")) {
                throw refusal("This request has a field twice. Please leave one out.");
            }
            // whatever else is wrong with it, the engine's reader says
        }
    }

    private static void check(JsonToken token, JsonParser parser) throws IOException {
        boolean isInList = parser.getParsingContext().inArray();
        if (isInList && token == JsonToken.VALUE_NULL) {
            throw refusal("%s is null, within a list. Please leave it out.".formatted(place(parser)));
        }
        if (isInList && parser.getParsingContext().getCurrentIndex() >= LONGEST_LIST) {
            throw refusal("%s: a list takes up to %,d entries.".formatted(place(parser), LONGEST_LIST));
        }
        if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) && !Legible.isText(parser.getText())) {
            throw refusal(
                    "%s holds control characters or broken ones. Please leave them out.".formatted(place(parser)));
        }
        if (token.isNumeric()) {
            parser.getNumberValue(); // its digits are counted only now
        }
    }

    /** A condition, a sorting or a part of an “or”: each of them is an object in a list. */
    private static boolean isCondition(JsonToken token, JsonParser parser) {
        return token == JsonToken.START_OBJECT
                && parser.getParsingContext().getParent().inArray();
    }

    private static String place(JsonParser parser) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        return Legible.quoted(pointer.isEmpty() ? pointer : pointer.substring(1));
    }

    private static InvalidRequestException refusal(String message) {
        return new InvalidRequestException(Status.BAD_REQUEST, message);
    }
}
