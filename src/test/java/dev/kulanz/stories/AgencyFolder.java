package dev.kulanz.stories;

import dev.kulanz.support.StoryDebtor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders in which files about a debtor go to the agency and come from it. */
record AgencyFolder(Path home, StoryDebtor debtor) {

    /** What was handed over of his case for the first time. */
    Path out() {
        return out("-1");
    }

    /** A hand-over of his case: {@code -1-2} is the second in round 1. */
    Path out(String roundAndNumber) {
        return home.resolve("handover/out").resolve(debtor.caseNumber() + roundAndNumber);
    }

    /** The names of the files in it, in order. */
    List<String> filesOut() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Where the agency lays its answers. */
    Path in() throws IOException {
        return Files.createDirectories(home.resolve("handover/in"));
    }
}
