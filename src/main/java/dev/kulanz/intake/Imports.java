package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.receivables.Deadlocks;
import dev.kulanz.shared.Refusal;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of open items come in. */
@Service
public class Imports {

    private final IntakeSettings settings;
    private final TransactionTemplate transaction;
    private final ImportRun run;
    private final ImportLog log;
    private final Clock clock;

    Imports(
            IntakeSettings settings,
            PlatformTransactionManager transactions,
            ImportRun run,
            ImportLog log,
            Clock clock) {
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.run = run;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes a CSV file: a verdict for each row, and all good rows in one transaction. What they say of blocks and promises
     * is taken over after it, some cases at a time; until then nobody is contacted there. The same file again changes
     * nothing. A dry run does the same and rolls it back.
     *
     * @param csv read to its end, not closed
     * @param scope rows of other creditors are refused as if these did not exist
     * @throws Refusal if the file as a whole can't be taken (empty, in no encoding that can be told, wrong header, open quotation mark,
     *     suspicious snapshot); nothing was changed then
     */
    public ImportResult run(InputStream csv, ImportOptions options, CreditorScope scope, ImportProgress progress) {
        return run(csv, options, scope, null, progress);
    }

    /**
     * The same, and gives back what was refused.
     *
     * @param rejected takes it; null: nobody wants it
     */
    public ImportResult run(
            InputStream csv,
            ImportOptions options,
            CreditorScope scope,
            @Nullable RejectedFile rejected,
            ImportProgress progress) {
        try (UploadedFile file = UploadedFile.receive(csv, settings.maxSize().toBytes())) {
            TextCheck.Found text = TextCheck.verify(file.path(), Encodings.named(options.charset()));
            ImportRun.Merged merged = Deadlocks.retried(() -> Objects.requireNonNull(transaction.execute(status -> {
                if (options.dryRun()) {
                    status.setRollbackOnly();
                }
                return run.run(new ImportRequest(file, text, options, scope, clock.instant()), rejected, progress);
            })));
            return options.dryRun() ? merged.result() : run.finish(merged);
        }
    }

    /** The last imports that were kept, newest first. */
    public List<ImportSummary> recent(CreditorScope scope, int limit) {
        return log.recent(scope, limit);
    }
}
