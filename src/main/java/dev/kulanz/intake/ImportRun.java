package dev.kulanz.intake;

import dev.kulanz.intake.UpcomingContacts.Upcoming;
import dev.kulanz.shared.Ids;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One import from reading to telling. */
@Component
class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final String NO_ROWS = "The file has a header but no rows: nothing was imported.";

    private final FileIntake intake;
    private final Merge merge;
    private final ImportRecord record;
    private final RunningWarnings running;
    private final UpcomingContacts upcoming;
    private final RejectedRows rejectedRows;

    ImportRun(
            FileIntake intake,
            Merge merge,
            ImportRecord record,
            RunningWarnings running,
            UpcomingContacts upcoming,
            RejectedRows rejectedRows) {
        this.rejectedRows = rejectedRows;
        this.intake = intake;
        this.merge = merge;
        this.record = record;
        this.running = running;
        this.upcoming = upcoming;
    }

    /** @param promised the rows with a promise that is still to be taken over, by item */
    record Merged(ImportResult result, Map<UUID, Long> promised) {}

    /** After the transaction of an import that is kept. */
    ImportResult finish(Merged merged) {
        try {
            record.tellCommitted();
            return merged.result().warnedOf(running.refused(merged.promised()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "What was said of running cases is taken over later: {}",
                    e.getClass().getName());
            LOG.debug("Because", e);
            return merged.result(); // the import itself is kept
        }
    }

    /**
     * Within the transaction of the caller.
     *
     * @param rejected where what is refused is to be written; null: nobody wants it
     */
    Merged run(ImportRequest request, @Nullable RejectedFile rejected, ImportProgress progress) {
        UUID id = Ids.next();
        Findings rejections = new Findings();
        Findings warnings = new Findings();
        intake.read(request, rejections, warnings, rejected, progress);
        boolean dry = request.options().dryRun();
        Map<UUID, UpcomingContact> without = new HashMap<>();
        Set<String> made = merge.merge(request, () -> {
            if (dry) {
                without.putAll(upcoming.now(request.today(), merge.creditorIds(request.scope())));
            }
        });
        long accepted = merge.accepted();
        long good = merge.goodRows();
        long refused = merge.verdicts().refusedRows();
        if (rejected != null) {
            rejectedRows.write(request, rejected);
        }
        List<String> creditors = merge.creditorIds(request.scope());
        if (!dry) {
            record.keep(id, request, new ImportCounts(accepted, good - accepted, refused, merge.cleared()), creditors);
            record.tellPersons(merge.persons().placed(), merge.persons().ended());
            record.tell(merge.changedAccounts());
            record.tellReminded(merge.running().remindedAccounts());
            record.tellMoved(merge.movedItems());
        } else {
            record.tellTried(triedAccounts());
            record.tellLookedAt(merge.changedAccounts());
        }
        Upcoming contacts = dry ? upcoming.of(request.today(), creditors, without) : null;
        List<NamedCreditor> remarkable = merge.remarkable(creditors, made, request.scope());
        ImportResult result = new ImportResult(
                id,
                accepted,
                good - accepted,
                rejections.with(merge.verdicts().messages()),
                refused,
                warnings.with(Stream.of(
                                merge.doubts().first(),
                                running.first(),
                                merge.remarks().first())
                        .flatMap(List::stream)
                        .toList()),
                warnings.total()
                        + merge.doubts().total()
                        + running.total()
                        + merge.remarks().total(),
                merge.cleared(),
                merge.credits().rows(),
                merge.credits().ended(),
                contacts == null ? null : contacts.first(),
                contacts == null ? null : contacts.days(),
                contacts == null ? null : contacts.total(),
                hint(good + refused),
                contacts == null ? null : contacts.waiting(),
                contacts == null ? null : contacts.waitingTotal(),
                request.text().reading(),
                contacts == null ? null : contacts.effect(),
                remarkable.isEmpty() ? null : remarkable);
        return new Merged(result, dry ? Map.of() : running.promised());
    }

    /** Where more happens than can be seen of the balances alone. */
    private Set<UUID> triedAccounts() {
        Set<UUID> accounts = new LinkedHashSet<>(merge.running().waitingAccounts());
        accounts.addAll(merge.creditedAccounts());
        return accounts;
    }

    private static @Nullable String hint(long rows) {
        return rows == 0 ? NO_ROWS : null;
    }
}
