package dev.kulanz.handover;

import dev.kulanz.departures.Found;
import dev.kulanz.departures.Witness;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dossiers that the agency has and that were never written here. */
@Component
class Dossiers implements Witness {

    private static final String CHANNEL = "AGENCY";

    private final JdbcClient jdbc;
    private final AgencyFolder folder;

    Dossiers(JdbcClient jdbc, AgencyFolder folder) {
        this.jdbc = jdbc;
        this.folder = folder;
    }

    @Override
    public List<Found> unknownSince(@Nullable Instant since) {
        List<AgencyFolder.Brought> all = folder.broughtSince(since);
        if (all.isEmpty()) {
            return List.of();
        }
        Set<String> known = new HashSet<>(jdbc.sql("""
                        select reference from (
                            select case_number || '-' || round || case attempt when 1 then '' else '-' || attempt end as reference
                            from handover where dossier is not null) h
                        where reference = any(:references)""")
                .param(
                        "references",
                        all.stream().map(AgencyFolder.Brought::reference).toArray(String[]::new))
                .query(String.class)
                .list());
        return all.stream()
                .filter(one -> !known.contains(one.reference()))
                .map(one -> new Found(id(one.reference()), CHANNEL, one.at(), null, Found.Proof.FILE))
                .toList();
    }

    /** The receipt of one that was found at the agency when a backup was restored that knew nothing of it. */
    Optional<String> broughtBefore(String reference) {
        return jdbc.sql("select thing from departure_proof where thing = :thing and channel = :channel")
                .param("thing", id(reference))
                .param("channel", CHANNEL)
                .query(UUID.class)
                .optional()
                .map(found -> AgencyFolder.receipt(reference));
    }

    private static UUID id(String reference) {
        return UUID.nameUUIDFromBytes(("handover " + reference).getBytes(StandardCharsets.UTF_8));
    }
}
