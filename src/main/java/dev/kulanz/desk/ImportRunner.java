package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.CurrentUser;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportResult;
import dev.kulanz.intake.Imports;
import dev.kulanz.intake.RejectedFile;
import dev.kulanz.journey.FailedTable;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import jakarta.annotation.PreDestroy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * Runs uploaded files in the background in the name of who uploaded them, two at a time. A small file is through before
 * the page is answered.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final long PATIENCE_MILLIS = 1_500;
    private static final int THREADS = 2;
    private static final int WAITING = 10;

    private final Imports imports;
    private final CurrentUser user;
    private final MessageSource messages;
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), ImportRunner::thread);

    ImportRunner(Imports imports, CurrentUser user, MessageSource messages) {
        this.imports = imports;
        this.user = user;
        this.messages = messages;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "desk-import");
        thread.setDaemon(true);
        return thread;
    }

    /** Says what would happen. */
    void check(PendingImport file) {
        start(file, file.options(true), PendingImport.State.CHECKED);
    }

    /** Takes it into the books. */
    void run(PendingImport file) {
        start(file, file.options(false), PendingImport.State.IMPORTED);
    }

    private void start(PendingImport file, ImportOptions options, PendingImport.State end) {
        CreditorScope scope = user.scope();
        Words words = new Words(messages, LocaleContextHolder.getLocale());
        try {
            Future<?> work =
                    workers.submit(new DelegatingSecurityContextRunnable(() -> work(file, options, scope, words, end)));
            work.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            file.refused(Refusal.conflict(
                    Said.of("import.busy", "Many files are being read right now. Please try again in a few minutes.")));
        } catch (TimeoutException e) {
            LOG.debug("{} goes on in the background", file.id());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(
            PendingImport file, ImportOptions options, CreditorScope scope, Words words, PendingImport.State end) {
        RejectedFile rejected = null;
        try (InputStream csv = new BufferedInputStream(Files.newInputStream(file.file()))) {
            rejected = RejectedFile.toldBy(row -> words.of(row.said()));
            ImportResult result = imports.run(csv, options, scope, rejected, file::read);
            file.finished(end, result, rejected);
        } catch (Refusal refusal) {
            forget(rejected);
            file.refused(refusal);
        } catch (IOException | RuntimeException e) {
            forget(rejected);
            Optional<Refusal> failed = FailedTable.refusalIn(e);
            if (failed.isPresent()) {
                file.refused(failed.get());
                return;
            }
            // No message: PostgreSQL's quote the row.
            LOG.error("The import {} failed: {}", file.id(), kinds(e));
            file.refused(Refusal.conflict(Said.of(
                    "import.broken", "Something went wrong on our side; nothing was changed. Please try again.")));
        }
    }

    private static void forget(@Nullable RejectedFile rejected) {
        if (rejected != null) {
            rejected.close();
        }
    }

    private static String kinds(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(8)
                .map(one -> one.getClass().getName())
                .collect(Collectors.joining(", caused by "));
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
