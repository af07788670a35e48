package dev.kulanz.storage;

import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Whether there is room where this installation writes. Of a PostgreSQL server of somebody else's, he must look himself. */
@Component
class DiskWatch implements Watch {

    private static final double LEAST_SHARE = 0.05;
    private static final long MEBI = 1024L * 1024;

    private final Path home;
    private final DataSize least;

    DiskWatch(StorageSettings settings, @Value("${kulanz.watch.disk-free:1GB}") DataSize least) {
        this.home = settings.home().toAbsolutePath().normalize();
        this.least = least;
    }

    @Override
    public Sign sign() {
        return Sign.warning("disk-full").every(Duration.ofMinutes(1)).ofEachNode();
    }

    @Override
    public Reading look() {
        Reading all = Reading.NOTHING;
        for (Map.Entry<String, Path> place : places().entrySet()) {
            all = room(all, place.getKey(), place.getValue());
        }
        return all;
    }

    private Map<String, Path> places() {
        Map<String, Path> places = new LinkedHashMap<>();
        places.put("home", home);
        Path database = home.resolve("database");
        if (Files.isDirectory(database)) {
            places.put("database", database);
        }
        return places;
    }

    private Reading room(Reading all, String place, Path path) {
        try {
            FileStore disk = Files.getFileStore(nearest(path));
            long free = disk.getUsableSpace();
            boolean isLittle = (free < least.toBytes() && free < disk.getTotalSpace() / 2)
                    || free < (double) disk.getTotalSpace() * LEAST_SHARE;
            Map<String, String> tags = Map.of("place", place);
            return all.and("kulanz.disk.free.bytes", "Room that is left on the disk of this folder", tags, free)
                    .and("kulanz.disk.size.bytes", "How large that disk is", tags, disk.getTotalSpace())
                    .wrongIf(isLittle, place, free / MEBI);
        } catch (IOException e) {
            return all.wrongIf(true, place, 0);
        }
    }

    /** A folder that is not there yet will be on the disk of the one above. */
    private static Path nearest(Path path) {
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
