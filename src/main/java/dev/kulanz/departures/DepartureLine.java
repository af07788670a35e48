package dev.kulanz.departures;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A departure as a line of text with a checksum, so that one that was not written to its end counts as not written.
 *
 * @param database whose it is
 */
record DepartureLine(UUID database, Departure departure) {

    private static final String NO_DAY = "-";
    private static final int PARTS = 7;

    String text() {
        String text = String.join(
                " ",
                database.toString(),
                Long.toString(departure.number()),
                departure.thing().toString(),
                departure.channel(),
                departure.at().toString(),
                departure.payBy() == null ? NO_DAY : departure.payBy().toString(),
                departure.state().name());
        return text + " " + checksum(text) + "\n";
    }

    /** Empty if it is torn or none of ours. */
    static Optional<DepartureLine> of(String line) {
        int end = line.lastIndexOf(' ');
        if (end < 0 || !line.substring(end + 1).equals(checksum(line.substring(0, end)))) {
            return Optional.empty();
        }
        String[] parts = line.substring(0, end).split(" ", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DepartureLine(
                    UUID.fromString(parts[0]),
                    new Departure(
                            Long.parseLong(parts[1]),
                            UUID.fromString(parts[2]),
                            parts[3],
                            Instant.parse(parts[4]),
                            parts[5].equals(NO_DAY) ? null : LocalDate.parse(parts[5]),
                            Departure.State.valueOf(parts[6]))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
