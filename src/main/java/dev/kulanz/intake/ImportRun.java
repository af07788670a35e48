package dev.kulanz.intake;

import dev.kulanz.intake.UpcomingContacts.Upcoming;
import dev.kulanz.shared.Ids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One import from reading to telling, within the transaction of the caller. */
@Component
class ImportRun {

    private static final String NO_ROWS = "The file has a header but no rows: nothing was imported.";

    private final FileIntake intake;
    private final Merge merge;
    private final ImportRecord record;
    private final RunningWarnings running;
    private final UpcomingContacts upcoming;

    ImportRun(FileIntake intake, Merge merge, ImportRecord record, RunningWarnings running, UpcomingContacts upcoming) {
        this.intake = intake;
        this.merge = merge;
        this.record = record;
        this.running = running;
        this.upcoming = upcoming;
    }

    ImportResult run(ImportRequest request, ImportProgress progress) {
        UUID id = Ids.next();
        Findings rejections = new Findings();
        Findings warnings = new Findings();
        intake.read(request, rejections, warnings, progress);
        merge.merge(request);
        long accepted = merge.accepted();
        long good = merge.goodRows();
        long refused = merge.verdicts().refusedRows();
        List<String> creditors = merge.creditorIds(request.scope());
        boolean dry = request.options().dryRun();
        if (!dry) {
            record.keep(id, request, new ImportCounts(accepted, good - accepted, refused, merge.cleared()), creditors);
            record.tell(merge.changedAccounts());
            record.tellReminded(merge.running().remindedAccounts());
        } else {
            record.tell(merge.running().waitingAccounts());
        }
        Upcoming contacts = dry ? upcoming.of(request.today(), creditors) : null;
        return new ImportResult(
                id,
                accepted,
                good - accepted,
                rejections.with(merge.verdicts().messages()),
                refused,
                warnings.with(running.first()),
                warnings.total() + running.total(),
                merge.cleared(),
                contacts == null ? null : contacts.first(),
                contacts == null ? null : contacts.days(),
                contacts == null ? null : contacts.total(),
                hint(good + refused));
    }

    private static @Nullable String hint(long rows) {
        return rows == 0 ? NO_ROWS : null;
    }
}
