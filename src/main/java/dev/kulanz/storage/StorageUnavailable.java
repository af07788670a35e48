package dev.kulanz.storage;

import org.jspecify.annotations.Nullable;

/** There is no database to work on. The application ends: it says what is wrong and what the operator can do. */
final class StorageUnavailable extends RuntimeException {

    private final String remedy;

    StorageUnavailable(String problem, String remedy) {
        this(problem, remedy, null);
    }

    StorageUnavailable(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
