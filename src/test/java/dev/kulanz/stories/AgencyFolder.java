package dev.kulanz.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders in which files go to the agency and come from it. */
record AgencyFolder(Path home) {

    /** What was handed over of a case for the first time. */
    Path of(String caseNumber) {
        return home.resolve("handover/out").resolve(caseNumber + "-1");
    }

    /** The names of its files, in order. */
    List<String> filesOf(String caseNumber) throws IOException {
        try (Stream<Path> files = Files.list(of(caseNumber))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Where the agency lays its answers. */
    Path in() throws IOException {
        return Files.createDirectories(home.resolve("handover/in"));
    }
}
