package dev.kulanz.desk;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a page stands in its list. Pages count from 0.
 *
 * @param total how many there are in all
 * @param path of the list
 * @param filter what the list is filtered by, as it stands in the address
 */
record Paging(int page, int size, long total, String path, Map<String, String> filter) {

    private static final int LAST = 100_000;

    /** A page number as it came in the address, brought into its bounds. */
    static int checked(int page) {
        return Math.min(Math.max(page, 0), LAST);
    }

    /** Leaves out what is not filtered by. */
    static Map<String, String> filter(Map<String, @Nullable String> wanted) {
        Map<String, String> given = new TreeMap<>();
        wanted.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        });
        return given;
    }

    public long from() {
        return total == 0 ? 0 : (long) page * size + 1;
    }

    public long to() {
        return Math.min(total, (long) (page + 1) * size);
    }

    /** The address of the page before; null if this is the first. */
    public @Nullable String previous() {
        return page > 0 ? at(page - 1) : null;
    }

    /** The address of the page after; null if this is the last. */
    public @Nullable String next() {
        return to() < total ? at(page + 1) : null;
    }

    private String at(int other) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        filter.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.queryParam("page", other).encode().buildAndExpand(filter).toUriString();
    }
}
