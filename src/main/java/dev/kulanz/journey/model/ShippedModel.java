package dev.kulanz.journey.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A model that lies in the application, under the bare name of its file. */
@SuppressWarnings("ArrayRecordComponent") // compared by its hash
record ShippedModel(String file, byte[] content) {

    private static final List<String> PLACES =
            List.of("classpath*:processes/*.bpmn", "classpath*:rules/*.dmn", "classpath*:forms/*.form");

    /** All of them, by name. */
    static List<ShippedModel> all() {
        var places = new PathMatchingResourcePatternResolver();
        return PLACES.stream()
                .flatMap(place -> {
                    try {
                        return Arrays.stream(places.getResources(place));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .map(ShippedModel::read)
                .sorted(Comparator.comparing(ShippedModel::file))
                .toList();
    }

    private static ShippedModel read(Resource resource) {
        try {
            return new ShippedModel(Objects.requireNonNull(resource.getFilename()), resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String hash() {
        return hash(content);
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
