package dev.kulanz.desk;

import dev.kulanz.intake.AmountMeaning;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.shared.Ids;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The uploaded files, each readable for its owner only, for two hours. Everybody has one: the next one takes its place. So
 * there are never more files than people.
 */
@Component
class PendingImports implements DisposableBean {

    private static final Duration KEPT = Duration.ofHours(2);

    private final Map<UUID, PendingImport> pending = new ConcurrentHashMap<>();
    private final Clock realTime = Clock.systemUTC();

    /**
     * Keeps a file.
     *
     * @throws Refusal while the owner's file before is being imported
     */
    synchronized PendingImport keep(
            String owner, String fileName, InputStream content, ImportOptions.Mode mode, AmountMeaning amounts) {
        Instant now = realTime.instant();
        if (pending.values().stream().anyMatch(one -> one.belongsTo(owner) && one.isRunning())) {
            throw Refusal.conflict(
                    Said.of("import.running", "Your last file is still being read. Please wait until it is through."));
        }
        pending.values().stream()
                .filter(one -> one.belongsTo(owner) || (one.isOlderThan(now.minus(KEPT)) && !one.isRunning()))
                .forEach(this::forget);
        PendingImport kept = new PendingImport(Ids.next(), owner, fileName, store(content), mode, amounts, now);
        pending.put(kept.id(), kept);
        return kept;
    }

    /**
     * A file of this owner.
     *
     * @throws Refusal if there is none
     */
    PendingImport get(UUID id, String owner) {
        PendingImport found = pending.get(id);
        if (found == null || !found.belongsTo(owner)) {
            throw Refusal.notFound(Said.of("import.gone", "This file is not kept any more. Please upload it again."));
        }
        return found;
    }

    private void forget(PendingImport one) {
        pending.remove(one.id());
        one.forgetRejected();
        try {
            Files.deleteIfExists(one.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path store(InputStream content) {
        try {
            Path file = Files.createTempFile("kulanz-upload-", ".csv");
            file.toFile().deleteOnExit();
            Files.copy(content, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        pending.values().forEach(this::forget);
    }
}
