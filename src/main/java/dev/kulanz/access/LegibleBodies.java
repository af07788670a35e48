package dev.kulanz.access;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * No text of a body holds anything that can't be kept, or is longer than the longest that any field takes. Fields that say
 * more of themselves do so first; bodies are records, lists, maps and texts, and each text in them is looked at.
 */
@ControllerAdvice
class LegibleBodies extends RequestBodyAdviceAdapter {

    /** Who reads that many errors has enough to mend. */
    private static final int MOST_ERRORS = 20;

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            List<Part> parts = new ArrayList<>();
            for (RecordComponent one : type.getRecordComponents()) {
                one.getAccessor().setAccessible(true);
                parts.add(new Part(one.getName(), one.getAccessor()));
            }
            return List.copyOf(parts);
        }
    };

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        List<FieldError> errors = wrongIn(body);
        if (!errors.isEmpty()) {
            throw Refusal.unacceptable("Some fields can't be kept as they are.", errors);
        }
        return body;
    }

    static List<FieldError> wrongIn(Object body) {
        List<FieldError> errors = new ArrayList<>();
        check("", body, errors);
        return errors;
    }

    private static void check(String field, @Nullable Object value, List<FieldError> errors) {
        if (errors.size() >= MOST_ERRORS) {
            return;
        }
        if (value instanceof String text) {
            checkText(field, text, errors);
        } else if (value instanceof Iterable<?> all) {
            checkEach(field, all, errors);
        } else if (value instanceof Object[] all) {
            checkEach(field, Arrays.asList(all), errors);
        } else if (value instanceof Optional<?> perhaps) {
            perhaps.ifPresent(inner -> check(field, inner, errors));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                check(field, name, errors);
                check(FieldPath.in(field, Legible.shown(String.valueOf(name))), inner, errors);
            });
        } else if (value instanceof Record parts) {
            for (Part part : PARTS.get(value.getClass())) {
                check(FieldPath.in(field, part.name()), part.of(parts), errors);
            }
        }
    }

    private static void checkEach(String field, Iterable<?> all, List<FieldError> errors) {
        int i = 0;
        for (Object one : all) {
            check(field + "[" + i++ + "]", one, errors);
        }
    }

    private static void checkText(String field, String text, List<FieldError> errors) {
        if (text.length() > Legible.LONGEST) {
            errors.add(new FieldError(field, "At most %,d characters.".formatted(Legible.LONGEST)));
        }
        if (!Legible.isText(text)) {
            errors.add(new FieldError(
                    field, "Control characters and broken characters can't be kept: please leave them out."));
        }
    }

    /** A field of a record. */
    private record Part(String name, Method accessor) {

        @Nullable Object of(Record whole) {
            try {
                return accessor.invoke(whole);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record can be read: " + accessor, e);
            }
        }
    }
}
