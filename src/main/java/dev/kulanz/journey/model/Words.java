package dev.kulanz.journey.model;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists in sentences. */
final class Words {

    private Words() {}

    /** The names with a full stop behind; says so if there are none. */
    static String list(Collection<String> names) {
        return list(names.stream());
    }

    static String list(Stream<String> names) {
        String list = names.sorted().collect(Collectors.joining(", "));
        return (list.isEmpty() ? "(none yet)" : list) + ".";
    }
}
